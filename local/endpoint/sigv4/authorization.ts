/** The parts of a SigV4 `Authorization` header. Header names in `signedHeaders` are lower case. */
export type SigV4Authorization = {
  accessKeyId: string;
  /** `YYYYMMDD` */
  date: string;
  region: string;
  service: string;
  signedHeaders: string[];
  signature: string;
};

const FORM =
  /^AWS4-HMAC-SHA256 +Credential=([^/,\s]+)\/(\d{8})\/([^/,\s]+)\/([^/,\s]+)\/aws4_request, *SignedHeaders=([^,\s]+), *Signature=([0-9a-fA-F]+) *$/;

/** Null when the header is missing or not of SigV4's form (`Credential`, `SignedHeaders`, `Signature`, in this order). */
export function parseAuthorization(header: string | undefined): SigV4Authorization | null {
  const match = header === undefined ? null : FORM.exec(header);
  if (match === null) return null;
  const [, accessKeyId = '', date = '', region = '', service = '', signedHeaders = '', signature = ''] = match;
  return { accessKeyId, date, region, service, signedHeaders: signedHeaders.split(';'), signature };
}
