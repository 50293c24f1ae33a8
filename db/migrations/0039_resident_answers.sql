-- A refusal reaches whoever raised the problem: who tells them until when, and what they were told.
CREATE TABLE `resident_answer` (
	`id` text PRIMARY KEY NOT NULL,
	`listing_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`due_on` text NOT NULL,
	`text` text DEFAULT '' NOT NULL,
	`answered_on` text,
	`answered_by_person_id` text,
	`answered_by_post_id` text,
	`answered_at` text,
	`ended_at` text,
	FOREIGN KEY (`listing_id`) REFERENCES `listing`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by_person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by_post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action
);--> statement-breakpoint
CREATE INDEX `resident_answer_listing` ON `resident_answer` (`listing_id`);--> statement-breakpoint
CREATE INDEX `resident_answer_waiting` ON `resident_answer` (`unit_id`) WHERE answered_at is null and ended_at is null;
