import type { ReactNode } from "react";
import { meetingAddress } from "~/address/meetings";
import { useTranslation } from "~/i18n/useTranslation";
import { MeetingHead } from "~/meeting/conduct/MeetingHead";
import type { ShownMeeting } from "~/meeting/conduct/shownMeeting";
import { ButtonLink } from "~/ui/ButtonLink";
import { PrintButton } from "~/ui/PrintButton";

const papers = { notice: "notice", plan: "plan", signIn: "sign-in", cards: "cards" } as const;
type PaperKey = keyof typeof papers;

/** Those for everybody who is called; there is a Word file of each. */
const lettered = ["notice", "plan"] as const;
const isLettered = (paper: PaperKey) => lettered.find((one) => one === paper);

/** Props of {@link PaperNav}. */
export interface PaperNavProps {
  meeting: ShownMeeting;
  /** The one that is shown. */
  paper: PaperKey;
  /** The reader holds the meeting: sheet and cards are there too. */
  holds: boolean;
  /** What else this one leads to. */
  more?: ReactNode;
}

/** The head of a page that is printed, with the ways to its neighbours; itself it is not printed. */
export function PaperNav({ meeting, paper, holds, more }: PaperNavProps) {
  const { t } = useTranslation();
  const letter = isLettered(paper);
  const others = (Object.keys(papers) as PaperKey[]).filter(
    (one) => one !== paper && (holds || isLettered(one)),
  );
  return (
    <MeetingHead
      meeting={meeting}
      page={paper}
      actions={
        <>
          <PrintButton />
          {letter && (
            <ButtonLink to={meetingAddress(meeting, `papers/${letter}.docx`)} reloadDocument>
              {t("papers.word")}
            </ButtonLink>
          )}
          {others.map((one) => (
            <ButtonLink key={one} variant="quiet" to={meetingAddress(meeting, `papers/${papers[one]}`)}>
              {t(`papers.${one}`)}
            </ButtonLink>
          ))}
          {more}
        </>
      }
    />
  );
}
