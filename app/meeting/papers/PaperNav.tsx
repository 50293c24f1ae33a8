import { meetingAddress } from "~/address/meetings";
import { useTranslation } from "~/i18n/useTranslation";
import { MeetingHead } from "~/meeting/conduct/MeetingHead";
import type { ShownMeeting } from "~/meeting/conduct/shownMeeting";
import { ButtonLink } from "~/ui/ButtonLink";
import { PrintButton } from "~/ui/PrintButton";

const papers = { notice: "notice", signIn: "sign-in", cards: "cards" } as const;
type PaperKey = keyof typeof papers;

/** Props of {@link PaperNav}. */
export interface PaperNavProps {
  meeting: ShownMeeting;
  /** The one that is shown. */
  paper: PaperKey;
  /** The reader holds the meeting: sheet and cards are there too. */
  holds: boolean;
}

/** The head of a page that is printed, with the ways to its neighbours; itself it is not printed. */
export function PaperNav({ meeting, paper, holds }: PaperNavProps) {
  const { t } = useTranslation();
  const others = (Object.keys(papers) as PaperKey[]).filter(
    (one) => one !== paper && (holds || one === "notice"),
  );
  return (
    <MeetingHead
      meeting={meeting}
      page={paper}
      actions={
        <>
          <PrintButton />
          {paper === "notice" && (
            <ButtonLink to={meetingAddress(meeting, "papers/notice.docx")} reloadDocument>
              {t("papers.word")}
            </ButtonLink>
          )}
          {others.map((one) => (
            <ButtonLink key={one} variant="quiet" to={meetingAddress(meeting, `papers/${papers[one]}`)}>
              {t(`papers.${one}`)}
            </ButtonLink>
          ))}
        </>
      }
    />
  );
}
