/**
 * Matters that lie close together, in the words of offices and of residents. Each line of `concepts` is one concept:
 * words that tell of the same thing or trouble, separated by blanks, the one it is known by first.
 */
export interface Field {
  /** What the field is known by inside the index; never shown. */
  key: string;
  /** Codes of the classes that problems with such words usually belong to, as the first rules name them. */
  classes: readonly string[];
  /** What goes with any matter, such as who was told and what it costs: it makes two of them only a little more alike. */
  isCircumstance?: true;
  concepts: string;
}
