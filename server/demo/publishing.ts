import { choiceValue, isOpen } from "~/outcome/publishing/look";
import { publishTopic } from "~/outcome/publishing/publishTopic.server";
import { showPublishing } from "~/outcome/publishing/showPublishing.server";
import { must, type World } from "./world";

/**
 * The office looks at what residents will read of an issued day: what is surely personal data is left out, the rest
 * stands.
 * @param leave how many topics, the last ones of the minutes, still wait afterwards
 */
export async function lookThrough(world: World, slug: string, at: string, leave: number): Promise<void> {
  world.tick(at);
  const office = await world.actor("office", at);
  const { topics } = must(await showPublishing(office, slug, at), `showPublishing ${slug}`);
  for (const { id: topicId, version, texts } of topics.slice(0, topics.length - leave)) {
    const choices = texts.flatMap(({ marks }) =>
      marks.map((mark) => choiceValue(mark, isOpen(mark) ? "letStand" : "leaveOut")),
    );
    const input = { slug, topicId, version, choices, passages: [], reason: "" };
    must(await publishTopic(office, input, at), `publishTopic ${slug}`);
  }
}
