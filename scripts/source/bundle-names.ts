/** File names for addresses. */
import { sha256 } from "./document.ts";

const extensions = ["wsdl", "xsd", "yaml", "yml", "json", "xml"] as const;

/**
 * A file name for an address: what a person knows it by, then a part of the address's digest, which makes it unique where file
 * systems ignore case and lengths are limited. Only letters, digits, `_`, `-` and one dot: it cannot lead out of a folder.
 */
export function bundleFileName(url: string): string {
  const { pathname, search } = new URL(url);
  const last = pathname.slice(pathname.lastIndexOf("/") + 1);
  const stem = words(last.replace(/\.[A-Za-z]{2,5}$/, "")) || "document";
  const query = words(search);
  const readable = `${stem}${query === "" ? "" : `-${query}`}`.slice(0, 48).replace(/-+$/, "");
  return `${readable}-${sha256(url).slice(0, 10)}.${extensionOf(last, search)}`;
}

function words(text: string): string {
  return text.replace(/[^A-Za-z0-9_]+/g, "-").replace(/^-+|-+$/g, "");
}

/** `Service.svc?xsd=xsd0` is a schema, whatever its path says. */
function extensionOf(last: string, search: string): string {
  const named = last.slice(last.lastIndexOf(".") + 1).toLowerCase();
  const known = extensions.find((extension) => extension === named);
  if (known !== undefined) return known;
  const asked = search.toLowerCase();
  if (/^\?(?:single)?wsdl\b/.test(asked)) return "wsdl";
  return asked.startsWith("?xsd") ? "xsd" : "xml";
}
