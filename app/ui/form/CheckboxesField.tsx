import { ChoiceSet, type ChoiceSetProps } from "./ChoiceSet";

/** Any number of several. */
export function CheckboxesField<Schema>(props: ChoiceSetProps<Schema>) {
  return <ChoiceSet {...props} type="checkbox" />;
}
