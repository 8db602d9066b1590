/** What XML 1.0 cannot hold, not even as a reference: control characters, halves of pairs. */
const NO_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};
const referenced = (sign: string): string => REFERENCES[sign] ?? sign;

export const xmlText = (text: string): string =>
  text.replace(NO_XML, '').replace(/[&<>\r]/g, referenced);

/** A line break in an attribute would be read as a space. */
const attributeValue = (text: string): string =>
  text.replace(NO_XML, '').replace(/[&<>"\t\n\r]/g, referenced);

/** An element's tag up to its end, e.g. `Code name="a"`; attributes that are null are left out. */
export const tag = (name: string, attributes: Readonly<Record<string, string | null>>): string =>
  Object.entries(attributes).reduce(
    (written, [key, value]) =>
      value === null ? written : `${written} ${key}="${attributeValue(value)}"`,
    name,
  );
