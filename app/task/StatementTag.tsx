import { useTranslation } from "~/i18n/useTranslation";
import { StateTag, type Tone } from "~/ui/StateTag";
import type { Statement } from "./statement";

/** What a statement means to the reader. */
export const statementTones: Record<Statement, Tone> = {
  done: "good",
  onTrack: "info",
  delayed: "warn",
  stuck: "bad",
};

/** A statement of the look-back as word, shape and colour. */
export function StatementTag({ statement }: { statement: Statement }) {
  const { t } = useTranslation();
  return <StateTag tone={statementTones[statement]}>{t(`task.statement.${statement}`)}</StateTag>;
}
