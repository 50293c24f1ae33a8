import { actInPost } from "~/access/actInPost.server";
import { act, oneForm } from "~/access/intents.server";
import { postChoiceForm } from "~/access/postChoiceForm";

export const action = oneForm(
  act(
    postChoiceForm,
    ({ actor, now }, { post }) => actInPost(actor, post, now),
    () => "/desk",
  ),
);
