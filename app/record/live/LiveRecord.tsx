import { createContext, useContext, useEffect, useRef, useState, useSyncExternalStore } from "react";
import * as Y from "yjs";
import type { LiveStatus } from "./connectionStatus";
import type { Channel } from "./LiveChannels.client";
import { LiveConnection, type LiveEntrance } from "./LiveConnection.client";
import { LiveUndo } from "./LiveUndo.client";
import { type PresentPerson, presentPeople } from "./presence";

/** A live record in use on this page. */
export interface LiveRecord {
  connection: LiveConnection;
  document: Y.Doc;
  undo: LiveUndo;
  writes: boolean;
}

const LiveContext = createContext<LiveRecord | null>(null);

/** Gives the components inside the record they work on. */
export const LiveRecordProvider = LiveContext.Provider;

/** The record of the page; an error outside of one. */
export function useLive(): LiveRecord {
  const live = useContext(LiveContext);
  if (!live) throw new Error("there is no live record here");
  return live;
}

/** Enters a record for as long as the component is there; null until the browser runs it. */
export function useLiveRecord({ room, epoch, personId, writes }: LiveEntrance): LiveRecord | null {
  const [live, setLive] = useState<LiveRecord | null>(null);
  useEffect(() => {
    const connection = new LiveConnection({ room, epoch, personId, writes });
    const { document } = connection;
    setLive({ connection, document, undo: new LiveUndo(document), writes });
    return () => {
      setLive(null);
      connection.destroy();
    };
  }, [room, epoch, personId, writes]);
  return live;
}

/** Where the connection stands. */
export function useLiveStatus(): LiveStatus {
  const { connection } = useLive();
  return useSyncExternalStore(connection.subscribe, connection.getStatus);
}

function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  // Two shared texts may read the same and yet be different ones.
  if (one instanceof Y.AbstractType || other instanceof Y.AbstractType) return false;
  return JSON.stringify(one) === JSON.stringify(other);
}

interface Reading<T> {
  connection: LiveConnection;
  channel: Channel;
  key: string;
  version: number;
  value: T;
}

/**
 * Reads something out of the record and draws the component anew only when that has become something else. While an
 * input method composes, nothing is drawn anew: a field that is moved or taken away ends the word in the middle.
 * @param channel the part of the record it depends on
 * @param read gives plain data, or a shared type
 * @param key names what `read` depends on besides the record
 */
export function useRecord<T>(channel: Channel, read: (document: Y.Doc, live: LiveRecord) => T, key = ""): T {
  const live = useLive();
  const { connection, document } = live;
  const last = useRef<Reading<T>>();
  return useSyncExternalStore(
    // The same function for the same channel, or every drawing would observe anew.
    useSubscription(connection, channel),
    () => {
      const version = connection.channels.version(channel);
      const known = last.current;
      const here = known?.connection === connection && known.channel === channel && known.key === key;
      if (here && (known.version === version || connection.composes)) return known.value;
      const read_ = read(document, live);
      const value = here && isSame(known.value, read_) ? known.value : read_;
      last.current = { connection, channel, key, version, value };
      return value;
    },
  );
}

function useSubscription(connection: LiveConnection, channel: Channel) {
  const kept = useRef<{
    connection: LiveConnection;
    channel: Channel;
    subscribe: (listener: () => void) => () => void;
  }>();
  if (kept.current?.connection !== connection || kept.current.channel !== channel)
    kept.current = {
      connection,
      channel,
      subscribe: (listener) => connection.channels.watch(channel, () => connection.afterWord(listener)),
    };
  return kept.current.subscribe;
}

const told = new WeakMap<LiveConnection, { version: number; people: PresentPerson[] }>();

// Every field of every slip asks; it is worked out once for each change.
function peopleNow(connection: LiveConnection): PresentPerson[] {
  const version = connection.channels.version("people");
  const known = told.get(connection);
  if (known?.version === version) return known.people;
  const people = presentPeople(connection.awareness.getStates(), connection.document.clientID);
  told.set(connection, { version, people });
  return people;
}

/** Everybody else in the room, each once. */
export function usePeople(): PresentPerson[] {
  return useRecord("people", (_document, { connection }) => peopleNow(connection));
}

/** Everybody else who is in a field now; see `fieldName`. */
export function usePeopleIn(field: string): PresentPerson[] {
  return useRecord(
    "people",
    (_document, { connection }) => peopleNow(connection).filter((person) => person.field === field),
    field,
  );
}
