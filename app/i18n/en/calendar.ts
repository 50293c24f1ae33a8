export const calendar = {
  name: "Consultation meetings",
  add: "Add to calendar",
  cancelled: "(cancelled) {{meeting}}",
  onCall: "(on call) {{meeting}}",
  seePage: "Agenda, papers and your answer, after signing in: {{page}}",
  feed: {
    title: "Calendar subscription",
    text: "The meetings that you attend, chair or host in any of your posts, in your own calendar (Outlook, Apple, Google …). Changes and cancellations arrive by themselves. The calendar says when, where and which meeting: no topics and no papers.",
    since: "The address was made on",
    make: "Make the address",
    made: "The address is made, and shown here this once",
    madeText:
      "In your calendar choose “Subscribe from the web” and paste it. Whoever has the address reads your meetings without signing in: give it to nobody, and make it anew or end it when it has got out.",
    copy: "Copy the address",
    renew: "Make it anew",
    renewText:
      "The old address ends at once. Calendars that use it are not brought up to date any more; subscribe again with the new one.",
    end: "End the subscription",
    endText:
      "The address ends at once, and calendars that use it are not brought up to date any more. You can make another one.",
  },
};
