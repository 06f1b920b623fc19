import { Liquid } from 'liquidjs';
import type { Content } from '../../../core/messages/content.ts';
import { HTML_LAYOUT } from './htmlLayout.ts';
import { TEXT_LAYOUT } from './textLayout.ts';

/** A mail but for its addresses. */
export type Mail = { language: string; sender: string; subject: string; html: string; text: string };

/** A name that stands for nothing is a fault of ours: rather no mail than one with a hole. */
const STRICT = { strictVariables: true, strictFilters: true, ownPropertyOnly: true };

const plain = new Liquid(STRICT);
/** Whatever it puts out is text and becomes text: none of it can be markup. */
const html = new Liquid({ ...STRICT, outputEscape: 'escape' });

const textLayout = plain.parse(TEXT_LAYOUT);
const htmlLayout = html.parse(HTML_LAYOUT);

/** Lays a message out. @throws where a text names what its message does not have */
export function render({ values, ...content }: Content): Mail {
  const fill = (text: string): string => plain.parseAndRenderSync(text, values) as string;
  const view = {
    ...content,
    greeting: fill(content.greeting),
    subject: fill(content.subject),
    paragraphs: content.paragraphs.map(fill),
    footer: fill(content.footer),
    hotel: values.hotel,
  };
  return {
    language: content.language,
    sender: view.hotel,
    subject: view.subject,
    html: html.renderSync(htmlLayout, view) as string,
    text: plain.renderSync(textLayout, view) as string,
  };
}
