CREATE TABLE `change_note` (
	`id` text PRIMARY KEY NOT NULL,
	`minutes_id` text NOT NULL,
	`number` integer NOT NULL,
	`proposal_id` text NOT NULL,
	`topic_id` text,
	`resolution_id` text,
	`text` text NOT NULL,
	`canonical_json` text NOT NULL,
	`sha256` text NOT NULL,
	`by_post_id` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`minutes_id`) REFERENCES `minutes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposal_id`) REFERENCES `correction_proposal`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`topic_id`) REFERENCES `topic`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`resolution_id`) REFERENCES `resolution`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `change_note_number` ON `change_note` (`minutes_id`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `change_note_proposal` ON `change_note` (`proposal_id`);--> statement-breakpoint
CREATE INDEX `change_note_resolution` ON `change_note` (`resolution_id`);--> statement-breakpoint
ALTER TABLE `correction_proposal` ADD `origin` text DEFAULT 'late' NOT NULL;--> statement-breakpoint
ALTER TABLE `correction_proposal` ADD `decided_post_id` text;--> statement-breakpoint
ALTER TABLE `correction_proposal` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE INDEX `correction_proposal_person` ON `correction_proposal` (`person_id`,`at`);