-- A consultation day becomes a meeting like others: what every meeting has moves into `meeting`, under the
-- same id, and the plan keeps what only a month has. Foreign keys are off while migrations run and are
-- checked afterwards; renaming a table takes the references of others along.
DROP INDEX `consultation_day_month`;--> statement-breakpoint
DROP INDEX `consultation_day_year`;--> statement-breakpoint
ALTER TABLE `consultation_day` RENAME TO `meeting`;--> statement-breakpoint
CREATE TABLE `consultation_day` (
	`meeting_id` text PRIMARY KEY NOT NULL,
	`month` text NOT NULL,
	`year` integer NOT NULL,
	`window_opens_on` text NOT NULL,
	`window_closes_on` text NOT NULL,
	`swap_reason` text,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action
);--> statement-breakpoint
INSERT INTO `consultation_day` SELECT `id`, `month`, `year`, `window_opens_on`, `window_closes_on`, `swap_reason` FROM `meeting`;--> statement-breakpoint
CREATE UNIQUE INDEX `consultation_day_month` ON `consultation_day` (`month`);--> statement-breakpoint
CREATE INDEX `consultation_day_year` ON `consultation_day` (`year`);--> statement-breakpoint
CREATE TABLE `__meeting` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`number` text NOT NULL,
	`slug` text NOT NULL,
	`title` text NOT NULL,
	`date` text NOT NULL,
	`starts_at` text DEFAULT '' NOT NULL,
	`place` text DEFAULT '' NOT NULL,
	`organiser_unit_id` text NOT NULL,
	`host_unit_id` text NOT NULL,
	`chair_post_id` text,
	`stage` text NOT NULL,
	`rule_set_id` text NOT NULL,
	`required_by_law` integer DEFAULT false NOT NULL,
	`agenda_published_at` text,
	`opened_at` text,
	`closed_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organiser_unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`host_unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`chair_post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`rule_set_id`) REFERENCES `rule_set`(`id`) ON UPDATE no action ON DELETE no action
);--> statement-breakpoint
INSERT INTO `__meeting` SELECT `id`, 'consultationDay',
	'HS-' || substr(`date`, 1, 4) || '-' || printf('%04d', row_number() OVER (PARTITION BY substr(`date`, 1, 4) ORDER BY `date`, `id`)),
	`month`, '', `date`, '', '',
	coalesce((SELECT `id` FROM `unit` WHERE `kind` = 'office' ORDER BY `id` LIMIT 1), `host_street_id`),
	`host_street_id`, `chair_post_id`, `stage`, `rule_set_id`, false, `agenda_published_at`, `opened_at`, `closed_at`, `version`
FROM `meeting`;--> statement-breakpoint
DROP TABLE `meeting`;--> statement-breakpoint
ALTER TABLE `__meeting` RENAME TO `meeting`;--> statement-breakpoint
CREATE UNIQUE INDEX `meeting_number` ON `meeting` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `meeting_slug` ON `meeting` (`slug`);--> statement-breakpoint
CREATE INDEX `meeting_date` ON `meeting` (`date`,`number`);--> statement-breakpoint
CREATE INDEX `meeting_series` ON `meeting` (`kind`,`organiser_unit_id`,`date`);--> statement-breakpoint
ALTER TABLE `joining_street` RENAME COLUMN `day_id` TO `meeting_id`;--> statement-breakpoint
ALTER TABLE `deviation` RENAME COLUMN `day_id` TO `meeting_id`;--> statement-breakpoint
ALTER TABLE `topic` RENAME COLUMN `day_id` TO `meeting_id`;--> statement-breakpoint
ALTER TABLE `attendance` RENAME COLUMN `day_id` TO `meeting_id`;--> statement-breakpoint
ALTER TABLE `minutes` RENAME COLUMN `day_id` TO `meeting_id`;--> statement-breakpoint
ALTER TABLE `amendment` RENAME COLUMN `day_id` TO `meeting_id`;--> statement-breakpoint
ALTER TABLE `resolution` RENAME COLUMN `day_id` TO `meeting_id`;--> statement-breakpoint
ALTER TABLE `look_back_statement` RENAME COLUMN `day_id` TO `meeting_id`;--> statement-breakpoint
DROP INDEX `deviation_day`;--> statement-breakpoint
DROP INDEX `topic_day`;--> statement-breakpoint
DROP INDEX `attendance_day`;--> statement-breakpoint
DROP INDEX `minutes_day_epoch`;--> statement-breakpoint
DROP INDEX `minutes_number`;--> statement-breakpoint
DROP INDEX `resolution_day`;--> statement-breakpoint
DROP INDEX `look_back_day_task`;--> statement-breakpoint
CREATE INDEX `deviation_meeting` ON `deviation` (`meeting_id`);--> statement-breakpoint
CREATE INDEX `topic_meeting` ON `topic` (`meeting_id`);--> statement-breakpoint
CREATE INDEX `attendance_meeting` ON `attendance` (`meeting_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `minutes_meeting_epoch` ON `minutes` (`meeting_id`,`epoch`);--> statement-breakpoint
CREATE INDEX `resolution_meeting` ON `resolution` (`meeting_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `look_back_meeting_task` ON `look_back_statement` (`meeting_id`,`task_id`);--> statement-breakpoint
ALTER TABLE `minutes` ADD `series` text DEFAULT 'consultationDay' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `minutes_number` ON `minutes` (`series`,`year`,`number`);--> statement-breakpoint
CREATE TABLE `resolution_assisting_unit` (
	`resolution_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`place` integer NOT NULL,
	PRIMARY KEY(`resolution_id`, `unit_id`),
	FOREIGN KEY (`resolution_id`) REFERENCES `resolution`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action
);--> statement-breakpoint
INSERT OR IGNORE INTO `resolution_assisting_unit` SELECT `resolution`.`id`, `one`.`value`, `one`.`key` + 1 FROM `resolution`, json_each(`resolution`.`assisting_unit_ids`) AS `one`;--> statement-breakpoint
CREATE INDEX `resolution_assisting_unit_of` ON `resolution_assisting_unit` (`unit_id`,`resolution_id`);--> statement-breakpoint
CREATE TRIGGER resolution_assisting_unit_frozen BEFORE UPDATE ON resolution_assisting_unit BEGIN SELECT RAISE(ABORT, 'an adopted resolution is frozen'); END;--> statement-breakpoint
CREATE TRIGGER resolution_assisting_unit_kept BEFORE DELETE ON resolution_assisting_unit BEGIN SELECT RAISE(ABORT, 'an adopted resolution is kept'); END;--> statement-breakpoint
ALTER TABLE `resolution` DROP COLUMN `assisting_unit_ids`;--> statement-breakpoint
CREATE TABLE `__problem_list` (
	`id` text PRIMARY KEY NOT NULL,
	`day_id` text NOT NULL,
	`street_id` text NOT NULL,
	`state` text DEFAULT 'draft' NOT NULL,
	`submitted_at` text,
	`submitted_by_post_id` text,
	`return_reason` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`day_id`) REFERENCES `consultation_day`(`meeting_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`street_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`submitted_by_post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action
);--> statement-breakpoint
INSERT INTO `__problem_list` SELECT `id`, `day_id`, `street_id`, `state`, `submitted_at`, `submitted_by_post_id`, `return_reason`, `version` FROM `problem_list`;--> statement-breakpoint
DROP TABLE `problem_list`;--> statement-breakpoint
ALTER TABLE `__problem_list` RENAME TO `problem_list`;--> statement-breakpoint
CREATE UNIQUE INDEX `problem_list_day_street` ON `problem_list` (`day_id`,`street_id`);
--> statement-breakpoint
CREATE TABLE `__import_upload` (
	`id` text PRIMARY KEY NOT NULL,
	`day_id` text NOT NULL,
	`street_id` text NOT NULL,
	`file_name` text NOT NULL,
	`bytes` blob NOT NULL,
	`uploaded_at` text NOT NULL,
	FOREIGN KEY (`day_id`) REFERENCES `consultation_day`(`meeting_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`street_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action
);--> statement-breakpoint
INSERT INTO `__import_upload` SELECT `id`, `day_id`, `street_id`, `file_name`, `bytes`, `uploaded_at` FROM `import_upload`;--> statement-breakpoint
DROP TABLE `import_upload`;--> statement-breakpoint
ALTER TABLE `__import_upload` RENAME TO `import_upload`;--> statement-breakpoint
CREATE UNIQUE INDEX `import_upload_day_street` ON `import_upload` (`day_id`,`street_id`);
