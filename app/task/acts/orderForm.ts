import { z } from "zod";
import { orderKinds } from "~/task/order";
import { dayIfAny, key, words } from "~/value/fields";

const longest = 500;

/** What a leader orders about a task; what is to be answered has a day by which it is. */
export const orderForm = z
  .object({
    kind: z.enum(orderKinds, { error: "error.required" }),
    text: words(longest),
    answerBy: dayIfAny(),
  })
  .superRefine((form, context) => {
    if (form.kind !== "takeOver" && !form.answerBy)
      context.addIssue({ code: "custom", path: ["answerBy"], message: "error.required" });
  });

/** The answer to an order. */
export const answerOrderForm = z.object({ orderId: key(), text: words(1_000) });
