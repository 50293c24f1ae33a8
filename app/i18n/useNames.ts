import { type Name, named } from "./language";
import { useTranslation } from "./useTranslation";

/** Names things, such as units, by their ids in the reader's language; empty for one that is not among them. */
export function useNames(things: readonly ({ id: string } & Name)[]): (id: string | null) => string {
  const { i18n } = useTranslation();
  return (id) => {
    const thing = things.find((one) => one.id === id);
    return thing ? named(thing, i18n.language) : "";
  };
}
