import type { Name } from "~/i18n/language";

/** A person in a post, as they are chosen from a list: `id` is that of the holding. */
export interface Holder {
  id: string;
  personId: string;
  postId: string;
  name: string;
  title: Name;
  unit: Name;
}
