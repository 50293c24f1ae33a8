-- A task names its meeting, so that whether any of a meeting's tasks is open is one look into an index, and the
-- open tasks of a post can be read in the order of their dates. Comes after 0014, which makes the meetings.
CREATE TABLE `__task` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`resolution_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`street_id` text NOT NULL,
	`lead_unit_id` text NOT NULL,
	`state` text DEFAULT 'dispatched' NOT NULL,
	`dispatched_at` text NOT NULL,
	`acknowledged_at` text,
	`original_due_date` text NOT NULL,
	`due_date` text NOT NULL,
	`handled_at` text,
	`solved_at` text,
	`struck_off_at` text,
	`rework_count` integer DEFAULT 0 NOT NULL,
	`blocked` text DEFAULT '' NOT NULL,
	`review_on` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`resolution_id`) REFERENCES `resolution`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`street_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lead_unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action
);--> statement-breakpoint
INSERT INTO `__task` SELECT `task`.`id`, `number`, `resolution_id`, `meeting_id`, `street_id`, `task`.`lead_unit_id`, `state`,
	`dispatched_at`, `acknowledged_at`, `original_due_date`, `task`.`due_date`, `handled_at`, `solved_at`, `struck_off_at`,
	`rework_count`, `blocked`, `review_on`, `version`
FROM `task` JOIN `resolution` ON `resolution`.`id` = `task`.`resolution_id`;--> statement-breakpoint
DROP TABLE `task`;--> statement-breakpoint
ALTER TABLE `__task` RENAME TO `task`;--> statement-breakpoint
CREATE UNIQUE INDEX `task_number` ON `task` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `task_resolution` ON `task` (`resolution_id`);--> statement-breakpoint
CREATE INDEX `task_meeting` ON `task` (`meeting_id`,`state`);--> statement-breakpoint
CREATE INDEX `task_lead` ON `task` (`lead_unit_id`,`state`,`due_date`,`number`);--> statement-breakpoint
CREATE INDEX `task_street` ON `task` (`street_id`,`state`,`due_date`,`number`);--> statement-breakpoint
CREATE INDEX `task_due` ON `task` (`due_date`,`number`);--> statement-breakpoint
CREATE INDEX `task_state` ON `task` (`state`,`due_date`,`number`);--> statement-breakpoint
CREATE TRIGGER task_original_due_date_frozen BEFORE UPDATE OF original_due_date, resolution_id, meeting_id ON task BEGIN SELECT RAISE(ABORT, 'the original due date is frozen'); END;--> statement-breakpoint
CREATE INDEX `task_extension_state` ON `task_extension` (`state`,`asked_at`);--> statement-breakpoint
CREATE INDEX `meeting_stage` ON `meeting` (`stage`,`date`);--> statement-breakpoint
CREATE INDEX `attendance_unit` ON `attendance` (`unit_id`,`state`);--> statement-breakpoint
CREATE INDEX `correction_proposal_state` ON `correction_proposal` (`state`,`at`);
