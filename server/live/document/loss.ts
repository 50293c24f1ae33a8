import type * as Y from "yjs";
import type { FieldPlace, FieldValue } from "~/record/document/fieldPlace";
import type { DecodedUpdate } from "~/record/document/updatePlaces";

/** An item of a Yjs client. */
export interface ItemId {
  client: number;
  clock: number;
}

/**
 * Words of one field that an update made disappear, though of the two who wrote there one had not received what the
 * other wrote.
 */
export interface UnseenLoss {
  place: FieldPlace;
  /** Of the entry; null where it names none. */
  topicId: string | null;
  value: FieldValue;
  item: ItemId;
  /** What its writer had in the field before: where that was lost too, this is the same writing, gone on. */
  continues: ItemId | null;
  /** True where they came with the update and did not stand; else they stood there until it came. */
  incoming: boolean;
  /** What stands there instead; null where nothing does. */
  over: ItemId | null;
}

/** An update that has just been applied. */
export interface AppliedUpdate {
  document: Y.Doc;
  update: DecodedUpdate;
  /** Items whose deletion the update did not ask for itself: its author had not received them, or it brought them. */
  lost: readonly Y.Item[];
  /** Items it brought for which there is no place any more. */
  placeless: readonly Y.Item[];
  isIncoming(item: Y.Item): boolean;
}
