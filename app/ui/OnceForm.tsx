import { Form, type FormProps } from "@remix-run/react";
import { forwardRef } from "react";
import { OnceKey } from "./OnceKey";

/** A form that changes something: carries the key by which it is carried out once. */
export const OnceForm = forwardRef<HTMLFormElement, Omit<FormProps, "method">>(function OnceForm(
  { children, ...props },
  ref,
) {
  return (
    <Form {...props} method="post" ref={ref}>
      <OnceKey />
      {children}
    </Form>
  );
});
