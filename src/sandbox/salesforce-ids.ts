/** Salesforce's record ids: 15 characters by case, and 3 that make them safe where case gets lost. */

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

/** An id of 18 characters from a kind's prefix and a number. */
export function salesforceId(prefix: string, number: number): string {
  const id = `${prefix}D0${number.toString(36).padStart(10, "0")}`.slice(0, 15);
  return id + [0, 5, 10].map((start) => checksum(id.slice(start, start + 5))).join("");
}

/** One character that says which of five are capitals. */
function checksum(five: string): string {
  const bits = [...five].reduce((sum, letter, index) => (/[A-Z]/.test(letter) ? sum + (1 << index) : sum), 0);
  return alphabet.charAt(bits);
}
