import type { WordingPage } from "./showWording.server";
import { WordingTopic } from "./WordingTopic";

/** The words of the minutes as they were when the page came: without script, and while the record is on its way. */
export function WordingStill({ page }: { page: WordingPage }) {
  return page.topics.map((view, at) => (
    <WordingTopic
      key={view.topic.id}
      slug={page.meeting.slug}
      view={view}
      ordinal={at + 1}
      wording={view.wording}
      writes={page.writes}
    />
  ));
}
