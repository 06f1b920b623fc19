/** The HTML part of every mail, in Liquid. Styles stand on the elements: mail programs drop sheets. Nothing is loaded from anywhere. */
export const HTML_LAYOUT = `<!DOCTYPE html>
<html lang="{{ language }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ subject }}</title>
</head>
<body style="margin:0;padding:24px;background:#f4f4f2;color:#222;font:16px/1.5 Helvetica,Arial,sans-serif">
<div style="max-width:600px;margin:0 auto;padding:24px 32px;background:#fff">
<h1 style="margin:0 0 16px;font-size:22px">{{ heading }}</h1>
<p>{{ greeting }}</p>
{% for paragraph in paragraphs %}<p>{{ paragraph }}</p>
{% endfor %}<table role="presentation" style="width:100%;border-collapse:collapse">
{% for row in rows %}<tr>
<td style="padding:6px 16px 6px 0;border-top:1px solid #ddd;color:#666;vertical-align:top">{{ row.label }}</td>
<td style="padding:6px 0;border-top:1px solid #ddd">{{ row.value }}</td>
</tr>
{% endfor %}</table>
<p>{{ closing }}<br>{{ hotel }}</p>
<p style="margin:24px 0 0;color:#666;font-size:13px">{{ footer }}</p>
</div>
</body>
</html>
`;
