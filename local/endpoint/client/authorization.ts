/**
 * What a caller of the endpoint needs in its `Authorization` header: the endpoint tells callers by their key (and the
 * session token beside it) and looks no further, so nothing is signed.
 */
export function authorization(caller: { accessKeyId: string; region: string; service: string }): string {
  const date = new Date().toISOString().slice(0, 10).replaceAll('-', '');
  const scope = `${caller.accessKeyId}/${date}/${caller.region}/${caller.service}/aws4_request`;
  return `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`;
}
