import type { ReactNode } from "react";

/** What a sample is shown in. */
export interface Wording {
  language: "zh-CN" | "en";
  /** Chooses between the Chinese and the English words of a sample. */
  say: (chinese: string, english: string) => string;
}

/** One state of a part. */
export interface State {
  show: (wording: Wording) => ReactNode;
  /** On a phone. */
  narrow?: boolean;
  /** Takes the whole window: a frame, or something that stands before the page. */
  whole?: boolean;
  /** As it comes from the server and stays where no script runs. */
  still?: boolean;
  /** What somebody has done first, such as opening a menu. */
  first?: (stage: HTMLElement) => void;
  /** What the address has answered to a form that was sent before. */
  answer?: unknown;
  /** The status of the answer when the page could not be loaded. */
  failure?: number;
  /** The query of the page's address. */
  query?: string;
}

/** The states of one part, by name. */
export type Part = Record<string, State>;
