-- What others than the moderator would change on an agenda that is settled waits for the moderator's decision.
CREATE TABLE `agenda_proposal` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`topic_id` text NOT NULL,
	`kind` text NOT NULL,
	`proposed` text NOT NULL,
	`stood` text NOT NULL,
	`by_person_id` text NOT NULL,
	`by_post_id` text NOT NULL,
	`at` text NOT NULL,
	`state` text DEFAULT 'waiting' NOT NULL,
	`decided_by_person_id` text,
	`decided_by_post_id` text,
	`decided_at` text,
	`word` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by_person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by_post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action
);--> statement-breakpoint
CREATE INDEX `agenda_proposal_meeting` ON `agenda_proposal` (`meeting_id`);--> statement-breakpoint
CREATE INDEX `agenda_proposal_state` ON `agenda_proposal` (`state`,`meeting_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `agenda_proposal_waiting` ON `agenda_proposal` (`meeting_id`,`topic_id`,`kind`,`by_person_id`) WHERE state = 'waiting';
