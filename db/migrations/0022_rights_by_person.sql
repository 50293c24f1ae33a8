-- The doer is known by person, not only by post: who acted on a task, from the ledger where it says so.
ALTER TABLE `task_entry` ADD `by_person_id` text REFERENCES `person`(`id`);--> statement-breakpoint
UPDATE `task_entry` SET `by_person_id` = (
	SELECT `ledger_entry`.`person_id` FROM `ledger_entry`
	WHERE `ledger_entry`.`subject_kind` = 'task' AND `ledger_entry`.`subject_id` = `task_entry`.`task_id`
		AND `ledger_entry`.`at` = `task_entry`.`at` AND `ledger_entry`.`post_id` = `task_entry`.`by_post_id`
	LIMIT 1
) WHERE `by_post_id` IS NOT NULL;--> statement-breakpoint
CREATE INDEX `task_entry_person` ON `task_entry` (`by_person_id`,`task_id`);--> statement-breakpoint
-- Who was there when the office verified what a street had done itself.
CREATE TABLE `task_witness` (
	`entry_id` text PRIMARY KEY NOT NULL,
	`task_id` text NOT NULL,
	`person_id` text NOT NULL,
	`post_id` text NOT NULL,
	`state` text DEFAULT 'named' NOT NULL,
	`answer` text DEFAULT '' NOT NULL,
	`answered_at` text,
	FOREIGN KEY (`entry_id`) REFERENCES `task_entry`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`task_id`) REFERENCES `task`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action
);--> statement-breakpoint
CREATE INDEX `task_witness_task` ON `task_witness` (`task_id`);--> statement-breakpoint
CREATE INDEX `task_witness_person` ON `task_witness` (`person_id`,`state`);--> statement-breakpoint
-- A deviation is asked for, and waits for the person who was named to approve it.
CREATE TABLE `deviation_request` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`occasion` text NOT NULL,
	`reason` text NOT NULL,
	`covers` text DEFAULT '' NOT NULL,
	`asked_by_person_id` text NOT NULL,
	`asked_by_post_id` text NOT NULL,
	`asked_at` text NOT NULL,
	`approver_person_id` text NOT NULL,
	`approver_post_id` text NOT NULL,
	`state` text DEFAULT 'waiting' NOT NULL,
	`answer` text DEFAULT '' NOT NULL,
	`answered_at` text,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by_person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by_post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approver_person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approver_post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action
);--> statement-breakpoint
CREATE INDEX `deviation_request_meeting` ON `deviation_request` (`meeting_id`,`occasion`);--> statement-breakpoint
CREATE INDEX `deviation_request_approver` ON `deviation_request` (`approver_post_id`,`state`);--> statement-breakpoint
CREATE INDEX `deviation_request_asker` ON `deviation_request` (`asked_by_post_id`,`state`);--> statement-breakpoint
ALTER TABLE `deviation` ADD `request_id` text REFERENCES `deviation_request`(`id`);
