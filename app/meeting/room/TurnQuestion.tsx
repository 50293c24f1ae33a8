import { type KeyboardEvent, useRef } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { listTopics } from "~/record/document/record";
import { useRecord } from "~/record/live/LiveRecord";
import { Button } from "~/ui/Button";
import { ModalBox } from "~/ui/ModalBox";
import { useTurnTo } from "./RoomAgendaItem";

/** Props of {@link TurnQuestion}. */
export interface TurnQuestionProps {
  /** Null while nothing is asked. */
  topicId: string | null;
  onClose: () => void;
}

/** Asks before a single key turns everybody: it may have been meant as a letter. */
export function TurnQuestion({ topicId, onClose }: TurnQuestionProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLDialogElement>(null);
  const turnTo = useTurnTo();
  const topics = useRecord("topics", (document) => listTopics(document));
  const at = topics.findIndex((topic) => topic.id === topicId);
  function confirm() {
    if (topicId) turnTo?.(topicId);
    box.current?.close();
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Enter" || event.repeat || (event.target as Element).closest("button")) return;
    event.preventDefault();
    confirm();
  }
  return (
    <ModalBox
      title={t("room.turn.title")}
      shape="dialog"
      box={box}
      open={at !== -1 && turnTo !== null}
      onClose={onClose}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button below does the same */}
      <div className="stack" onKeyDown={onKeyDown}>
        {/* Not a button: what was meant as words often goes on with a space, which presses one. */}
        <p tabIndex={-1} data-begins="">
          {t("room.turn.text", { number: at + 1, title: topics[at]?.title || t("room.untitled") })}
        </p>
        <div className="form-actions">
          <Button type="button" variant="primary" onClick={confirm}>
            {t("room.turn.confirm")}
          </Button>
          <Button type="button" variant="quiet" onClick={() => box.current?.close()}>
            {t("ui.cancel")}
          </Button>
        </div>
      </div>
    </ModalBox>
  );
}
