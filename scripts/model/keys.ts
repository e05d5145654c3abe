/** Property keys of values. */

/**
 * A property key for a name of the contract that none of those taken is; it is taken afterwards. Others of one local name are told
 * apart by `suffix` and a number.
 */
export function claimKey(localName: string, taken: Set<string>, suffix: string): string {
  // What every object has (`constructor`, `toString`, `__proto__`) would be there where the value has no such member.
  const wanted = localName in Object.prototype ? `$${localName}` : localName;
  let key = wanted;
  for (let number = 1; taken.has(key); number++) key = `${wanted}${suffix}${number === 1 ? "" : number}`;
  taken.add(key);
  return key;
}
