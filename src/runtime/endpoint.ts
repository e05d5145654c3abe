/**
 * The address of a service as a URL.
 *
 * @throws TypeError where it is no absolute URL, or a template (`https://{instance}/`), without repeating it: it may hold
 * credentials
 */
export function endpointOf(service: string, endpoint: string | URL): URL {
  const url = URL.parse(String(endpoint));
  if (url === null || !/^https?:$/.test(url.protocol) || /\{[^{}]*\}/.test(String(endpoint))) {
    throw new TypeError(`${service}: the endpoint is no absolute URL; give one as the option "endpoint"`);
  }
  return url;
}
