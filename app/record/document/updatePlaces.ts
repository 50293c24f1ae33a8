import * as Y from "yjs";

/** An update taken apart. */
export type DecodedUpdate = ReturnType<typeof Y.decodeUpdate>;

/** Where something lies in a document: the name of the top-level structure, and the keys on the way down. */
export interface Place {
  root: string;
  /** Of maps; null for what lies in a list or a text. No more than the first two. */
  keys: readonly (string | null)[];
}

/** A place that an update changes, with the values it writes there; nothing where it deletes. */
export interface ChangedPlace {
  place: Place;
  written: readonly unknown[];
}

/** Lists the places that an update would change; it must be one that could be applied. */
export function placesOf(document: Y.Doc, update: DecodedUpdate): ChangedPlace[] {
  return new UpdatePlaces(document, update).list();
}

/** The step from an item towards the top: to a neighbour in the same place, to what it lies in, or to the top. */
type Step =
  | { beside: Y.Item }
  | { inside: Y.Item; key: string | null }
  | { root: string; key: string | null };

const knownKeys = 2;

class UpdatePlaces {
  readonly #store: Y.Doc["store"];
  /** Items the update brings that the document lacks, by client, by clock. */
  readonly #brought = new Map<number, (Y.Item | Y.GC)[]>();
  /** Null for what comes to nothing, and for what is being looked for. */
  readonly #known = new Map<Y.Item, Place | null>();

  constructor(
    readonly document: Y.Doc,
    readonly update: DecodedUpdate,
  ) {
    this.#store = document.store;
    for (const struct of update.structs) {
      const { client, clock } = struct.id;
      if (struct instanceof Y.Skip || clock + struct.length <= Y.getState(this.#store, client)) continue;
      const brought = this.#brought.get(client) ?? [];
      brought.push(struct);
      this.#brought.set(client, brought);
    }
  }

  list(): ChangedPlace[] {
    const changed: ChangedPlace[] = [];
    for (const structs of this.#brought.values())
      for (const struct of structs) this.#add(changed, struct, struct instanceof Y.Item && valuesOf(struct));
    for (const [client, ranges] of this.update.ds.clients)
      for (const { clock, len } of ranges)
        for (const item of this.#deleted(client, clock, clock + len)) this.#add(changed, item, []);
    return changed;
  }

  #add(changed: ChangedPlace[], struct: Y.Item | Y.GC, written: unknown[] | false): void {
    const place = struct instanceof Y.Item ? this.#placeOf(struct) : null;
    if (place) changed.push({ place, written: written || [] });
  }

  /** What of a range lives in the document: the rest of it is deleted already, or is brought by the update itself. */
  *#deleted(client: number, from: number, to: number): Generator<Y.Item> {
    const structs = this.#store.clients.get(client);
    if (!structs || from >= to || from >= Y.getState(this.#store, client)) return;
    for (let at = Y.findIndexSS(structs, from); at < structs.length; at++) {
      const struct = structs[at];
      if (!struct || struct.id.clock >= to) return;
      if (struct instanceof Y.Item && !struct.deleted) yield struct;
    }
  }

  // Walks instead of calling itself: an update can be deeper than the stack.
  #placeOf(item: Y.Item): Place | null {
    const way: { item: Y.Item; step: Step }[] = [];
    let place: Place | null = null;
    for (let at: Y.Item | null = item; at; ) {
      const known = this.#known.get(at);
      if (known !== undefined) {
        place = known;
        break;
      }
      this.#known.set(at, null);
      const step = this.#step(at);
      if (!step) break;
      way.push({ item: at, step });
      at = "root" in step ? null : "beside" in step ? step.beside : step.inside;
    }
    for (const { item: passed, step } of way.reverse()) {
      if ("root" in step) place = { root: step.root, keys: [step.key] };
      else if (place && "inside" in step && place.keys.length < knownKeys)
        place = { root: place.root, keys: [...place.keys, step.key] };
      this.#known.set(passed, place);
    }
    return place;
  }

  #step(item: Y.Item): Step | null {
    const { client, clock } = item.id;
    const parent: unknown = item.parent;
    if (parent instanceof Y.AbstractType) return stepIn(parent, item.parentSub);
    // Of what is known in part, Yjs takes the rest as a continuation, whatever the update says.
    const have = Y.getState(this.#store, client);
    if (clock < have) return beside(Y.getItem(this.#store, Y.createID(client, have - 1)));
    return this.#stepOfNew(item, parent);
  }

  // In the order in which Yjs itself decides where an item comes to lie.
  #stepOfNew(item: Y.Item, parent: unknown): Step | null {
    const left = item.origin && this.#find(item.origin);
    const right = item.rightOrigin && this.#find(item.rightOrigin);
    if (left instanceof Y.GC || right instanceof Y.GC) return null;
    if (left ?? right) return beside(left ?? right);
    if (typeof parent === "string") return { root: parent, key: item.parentSub };
    const inside = parent instanceof Y.ID ? this.#find(parent) : null;
    return inside instanceof Y.Item ? { inside, key: item.parentSub } : null;
  }

  #find(id: Y.ID): Y.Item | Y.GC | null {
    if (id.clock < Y.getState(this.#store, id.client)) return Y.getItem(this.#store, id);
    const brought = this.#brought.get(id.client) ?? [];
    let [low, high] = [0, brought.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const struct = brought[middle];
      if (!struct) break;
      if (id.clock < struct.id.clock) high = middle - 1;
      else if (id.clock >= struct.id.clock + struct.length) low = middle + 1;
      else return struct;
    }
    return null;
  }
}

function beside(item: Y.Item | Y.GC | null | undefined): Step | null {
  return item instanceof Y.Item ? { beside: item } : null;
}

function stepIn(type: Y.AbstractType<unknown>, key: string | null): Step {
  return type._item ? { inside: type._item, key } : { root: Y.findRootTypeKey(type), key };
}

function valuesOf({ content }: Y.Item): unknown[] {
  return content instanceof Y.ContentType ? [] : content.getContent();
}
