/** The plain part of every mail, in Liquid. */
export const TEXT_LAYOUT = `{{ greeting }}

{{ heading }}

{% for paragraph in paragraphs %}{{ paragraph }}

{% endfor %}{% for row in rows %}{{ row.label }}: {{ row.value }}
{% endfor %}
{{ closing }}
{{ hotel }}

--${' '}
{{ footer }}
`;
