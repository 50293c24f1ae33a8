import { useTranslation } from "~/i18n/useTranslation";
import { callEverybody, readTurn, undoTurn } from "~/record/document/record";
import { useLive, usePeople, useRecord } from "~/record/live/LiveRecord";
import { Button } from "~/ui/Button";
import { useNow } from "./RoomClock";
import { useFacts } from "./RoomFacts";
import { useMayWrite } from "./useMayWrite";

// A turn by mistake is seen at once; later one turns anew.
const undoWithin = 120_000;

/** What whoever leads does with the whole room: calls everybody to the topic, takes a turn back; null for others. */
export function useLead() {
  const { document } = useLive();
  const { stage } = useFacts();
  const leads = useMayWrite()({ kind: "session" });
  if (!leads || stage !== "inSession") return null;
  return {
    call: () => callEverybody(document, new Date()),
    undoTurn: () => undoTurn(document),
  };
}

/** The buttons of whoever leads, beside the clock. */
export function RoomLead({ currentId }: { currentId: string | null }) {
  const { t } = useTranslation();
  const lead = useLead();
  const now = useNow();
  const turn = useRecord("session", readTurn);
  const away = usePeople().filter(({ topicId }) => topicId !== null && topicId !== currentId).length;
  if (!lead || currentId === null) return null;
  const fresh = turn !== null && now.getTime() - Date.parse(turn.at) < undoWithin;
  return (
    <>
      {fresh && (
        <Button type="button" size="small" variant="quiet" onClick={lead.undoTurn}>
          {t("room.lead.undoTurn")}
        </Button>
      )}
      {away > 0 && (
        <Button type="button" size="small" variant="quiet" onClick={lead.call}>
          {t("room.lead.call", { count: away })}
        </Button>
      )}
    </>
  );
}
