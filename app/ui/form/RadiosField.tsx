import { ChoiceSet, type ChoiceSetProps } from "./ChoiceSet";

/** One of a few, all in sight. */
export function RadiosField<Schema>(props: ChoiceSetProps<Schema>) {
  return <ChoiceSet {...props} type="radio" />;
}
