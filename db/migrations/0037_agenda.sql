-- How long a meeting is to last; nothing where the rules say it.
ALTER TABLE `meeting` ADD `planned_minutes` integer;--> statement-breakpoint
-- 审定: the chair is asked for the agenda as it stands, and approves or returns it. What was approved is known by its hash.
CREATE TABLE `agenda_approval` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`state` text DEFAULT 'asked' NOT NULL,
	`sha256` text NOT NULL,
	`asked_by_person_id` text,
	`asked_by_post_id` text,
	`asked_at` text NOT NULL,
	`answered_by_person_id` text,
	`answered_by_post_id` text,
	`answered_at` text,
	`words` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by_person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by_post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by_person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by_post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action
);--> statement-breakpoint
CREATE INDEX `agenda_approval_meeting` ON `agenda_approval` (`meeting_id`);--> statement-breakpoint
CREATE INDEX `agenda_approval_state` ON `agenda_approval` (`state`,`meeting_id`);--> statement-breakpoint
-- How many characters a paper has: counted where it can be read, said by a person where not; nothing where nobody knows.
ALTER TABLE `file` ADD `characters` integer;--> statement-breakpoint
ALTER TABLE `file` ADD `characters_said` integer DEFAULT false NOT NULL;
