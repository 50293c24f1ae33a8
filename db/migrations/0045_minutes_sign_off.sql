-- 送签、签批: minutes as they were laid before the chair, frozen, and what the chair answered.
CREATE TABLE `minutes_sign_off` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`amendment_id` text,
	`state` text DEFAULT 'proposed' NOT NULL,
	`text` text NOT NULL,
	`sha256` text NOT NULL,
	`proposed_by_person_id` text NOT NULL,
	`proposed_by_post_id` text NOT NULL,
	`proposed_at` text NOT NULL,
	`answered_by_person_id` text,
	`answered_by_post_id` text,
	`answered_at` text,
	`words` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_by_person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_by_post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by_person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by_post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `minutes_sign_off_meeting` ON `minutes_sign_off` (`meeting_id`);
