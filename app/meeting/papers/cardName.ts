/** Writes a name as it stands on a card: two characters are set apart, so that names stand equally wide. */
export function cardName(name: string): string {
  return /^\p{Script=Han}{2}$/u.test(name) ? [...name].join("\u3000") : name;
}
