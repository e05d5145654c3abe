import { XmlError } from "./errors.ts";
import { namesCredential, type Secrets } from "./redact.ts";

/**
 * HTTP headers from entries, later ones instead of earlier ones. Those that say credential are learnt.
 *
 * @throws XmlError `xml.encode` for a name or value that HTTP does not allow, without repeating it as `Headers` would
 */
export function httpHeaders(entries: Iterable<readonly [name: string, value: string]>, secrets: Secrets): Headers {
  const headers = new Headers();
  for (const [name, value] of entries) {
    if (namesCredential(name)) secrets.add(value);
    const allowed = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name) && !/[^\t\u0020-\u007e\u0080-\u00ff]/.test(value);
    if (!allowed) throw new XmlError("xml.encode", "Not a header that HTTP allows", { path: `/headers/${name}` });
    headers.set(name, value);
  }
  return headers;
}
