CREATE TABLE `ledger_entry` (
	`sequence` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`person_id` text,
	`post_id` text,
	`verb` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`scope_unit_id` text,
	`before` text,
	`after` text,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `ledger_subject` ON `ledger_entry` (`subject_kind`,`subject_id`,`sequence`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`payload` text NOT NULL,
	`created_at` text NOT NULL,
	`done_at` text
);
--> statement-breakpoint
CREATE INDEX `outbox_waiting` ON `outbox` (`done_at`,`created_at`);--> statement-breakpoint
CREATE TABLE `correction_proposal` (
	`id` text PRIMARY KEY NOT NULL,
	`room` text NOT NULL,
	`epoch` integer NOT NULL,
	`bytes` blob NOT NULL,
	`difference` text,
	`person_id` text,
	`post_id` text,
	`at` text NOT NULL,
	`state` text DEFAULT 'waiting' NOT NULL,
	`decided_by` text,
	`decided_at` text,
	`reason` text
);
--> statement-breakpoint
CREATE INDEX `correction_proposal_room` ON `correction_proposal` (`room`,`state`);--> statement-breakpoint
CREATE TABLE `live_record` (
	`room` text PRIMARY KEY NOT NULL,
	`epoch` integer NOT NULL,
	`sequence` integer NOT NULL,
	`json` text NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `live_room` (
	`name` text PRIMARY KEY NOT NULL,
	`epoch` integer DEFAULT 1 NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`created_at` text NOT NULL,
	`frozen_at` text
);
--> statement-breakpoint
CREATE TABLE `live_snapshot` (
	`room` text NOT NULL,
	`epoch` integer NOT NULL,
	`sequence` integer NOT NULL,
	`state` blob NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`room`, `epoch`)
);
--> statement-breakpoint
CREATE TABLE `live_update` (
	`room` text NOT NULL,
	`epoch` integer NOT NULL,
	`sequence` integer NOT NULL,
	`bytes` blob NOT NULL,
	`person_id` text,
	`post_id` text,
	`at` text NOT NULL,
	PRIMARY KEY(`room`, `epoch`, `sequence`)
);
--> statement-breakpoint
CREATE TABLE `live_version` (
	`id` text PRIMARY KEY NOT NULL,
	`room` text NOT NULL,
	`epoch` integer NOT NULL,
	`sequence` integer NOT NULL,
	`label` text NOT NULL,
	`state` blob NOT NULL,
	`person_id` text,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `live_version_room` ON `live_version` (`room`,`at`);--> statement-breakpoint
CREATE TABLE `consultation_day` (
	`id` text PRIMARY KEY NOT NULL,
	`month` text NOT NULL,
	`year` integer NOT NULL,
	`date` text NOT NULL,
	`host_street_id` text NOT NULL,
	`chair_post_id` text,
	`stage` text DEFAULT 'planned' NOT NULL,
	`rule_set_id` text NOT NULL,
	`window_opens_on` text NOT NULL,
	`window_closes_on` text NOT NULL,
	`agenda_published_at` text,
	`opened_at` text,
	`closed_at` text,
	`swap_reason` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`host_street_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`chair_post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`rule_set_id`) REFERENCES `rule_set`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `consultation_day_month` ON `consultation_day` (`month`);--> statement-breakpoint
CREATE INDEX `consultation_day_year` ON `consultation_day` (`year`);--> statement-breakpoint
CREATE TABLE `deviation` (
	`id` text PRIMARY KEY NOT NULL,
	`day_id` text NOT NULL,
	`step` text NOT NULL,
	`reason` text NOT NULL,
	`approved_by_post_id` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`day_id`) REFERENCES `consultation_day`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approved_by_post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `deviation_day` ON `deviation` (`day_id`);--> statement-breakpoint
CREATE TABLE `joining_street` (
	`day_id` text NOT NULL,
	`street_id` text NOT NULL,
	PRIMARY KEY(`day_id`, `street_id`),
	FOREIGN KEY (`day_id`) REFERENCES `consultation_day`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`street_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `rule_set` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`title` text NOT NULL,
	`document_number` text NOT NULL,
	`rules` text NOT NULL,
	`adopted_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rule_set_version_unique` ON `rule_set` (`version`);--> statement-breakpoint
CREATE TABLE `year_plan` (
	`year` integer PRIMARY KEY NOT NULL,
	`state` text DEFAULT 'draft' NOT NULL,
	`document_number` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `imported_file` (
	`id` text PRIMARY KEY NOT NULL,
	`list_id` text NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`rows_read` integer NOT NULL,
	`imported_at` text NOT NULL,
	`imported_by_post_id` text,
	FOREIGN KEY (`list_id`) REFERENCES `problem_list`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`imported_by_post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `imported_row` (
	`id` text PRIMARY KEY NOT NULL,
	`file_id` text NOT NULL,
	`row_number` integer NOT NULL,
	`cells` text NOT NULL,
	`rejected` text,
	FOREIGN KEY (`file_id`) REFERENCES `imported_file`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `imported_row_file` ON `imported_row` (`file_id`,`row_number`);--> statement-breakpoint
CREATE TABLE `listing` (
	`id` text PRIMARY KEY NOT NULL,
	`list_id` text NOT NULL,
	`problem_id` text NOT NULL,
	`position` text NOT NULL,
	`state` text DEFAULT 'draft' NOT NULL,
	`decision_code` text,
	`decision_text` text,
	`decided_by_post_id` text,
	`decided_at` text,
	`same_as_listing_id` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`list_id`) REFERENCES `problem_list`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`problem_id`) REFERENCES `problem`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by_post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `listing_list_problem` ON `listing` (`list_id`,`problem_id`);--> statement-breakpoint
CREATE INDEX `listing_problem` ON `listing` (`problem_id`);--> statement-breakpoint
CREATE TABLE `problem` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`street_id` text NOT NULL,
	`community_id` text,
	`source` text NOT NULL,
	`original_wording` text NOT NULL,
	`title` text NOT NULL,
	`summary` text DEFAULT '' NOT NULL,
	`problem_class` text NOT NULL,
	`place` text DEFAULT '' NOT NULL,
	`sees_unit_id` text,
	`power_unit_id` text,
	`power_lacking` text DEFAULT 'none' NOT NULL,
	`legal_basis` text DEFAULT '' NOT NULL,
	`coordination` text DEFAULT '' NOT NULL,
	`question` text DEFAULT '' NOT NULL,
	`raised_at` text NOT NULL,
	`created_at` text NOT NULL,
	`created_by_post_id` text,
	`imported_row_id` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`street_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`community_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sees_unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`power_unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by_post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `problem_number` ON `problem` (`number`);--> statement-breakpoint
CREATE INDEX `problem_street` ON `problem` (`street_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `problem_class` ON `problem` (`problem_class`);--> statement-breakpoint
CREATE TABLE `problem_concerned_unit` (
	`id` text PRIMARY KEY NOT NULL,
	`problem_id` text NOT NULL,
	`unit_id` text NOT NULL,
	FOREIGN KEY (`problem_id`) REFERENCES `problem`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `problem_concerned` ON `problem_concerned_unit` (`problem_id`,`unit_id`);--> statement-breakpoint
CREATE TABLE `problem_list` (
	`id` text PRIMARY KEY NOT NULL,
	`day_id` text NOT NULL,
	`street_id` text NOT NULL,
	`state` text DEFAULT 'draft' NOT NULL,
	`submitted_at` text,
	`submitted_by_post_id` text,
	`return_reason` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`day_id`) REFERENCES `consultation_day`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`street_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`submitted_by_post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `problem_list_day_street` ON `problem_list` (`day_id`,`street_id`);--> statement-breakpoint
CREATE TABLE `attendance` (
	`id` text PRIMARY KEY NOT NULL,
	`day_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`post_id` text,
	`person_name` text DEFAULT '' NOT NULL,
	`invitation` text NOT NULL,
	`state` text DEFAULT 'invited' NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`day_id`) REFERENCES `consultation_day`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `attendance_day` ON `attendance` (`day_id`);--> statement-breakpoint
CREATE TABLE `change_note` (
	`id` text PRIMARY KEY NOT NULL,
	`resolution_id` text NOT NULL,
	`text` text NOT NULL,
	`reason` text NOT NULL,
	`by_post_id` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`resolution_id`) REFERENCES `resolution`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `change_note_resolution` ON `change_note` (`resolution_id`);--> statement-breakpoint
CREATE TABLE `look_back_statement` (
	`id` text PRIMARY KEY NOT NULL,
	`day_id` text NOT NULL,
	`task_id` text NOT NULL,
	`statement` text NOT NULL,
	`text` text NOT NULL,
	`by_post_id` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`day_id`) REFERENCES `consultation_day`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `look_back_day_task` ON `look_back_statement` (`day_id`,`task_id`);--> statement-breakpoint
CREATE TABLE `minutes` (
	`id` text PRIMARY KEY NOT NULL,
	`day_id` text NOT NULL,
	`year` integer NOT NULL,
	`number` integer NOT NULL,
	`epoch` integer NOT NULL,
	`canonical_json` text NOT NULL,
	`sha256` text NOT NULL,
	`state` blob NOT NULL,
	`issued_by_post_id` text NOT NULL,
	`issued_at` text NOT NULL,
	FOREIGN KEY (`day_id`) REFERENCES `consultation_day`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`issued_by_post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `minutes_number` ON `minutes` (`year`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `minutes_day_epoch` ON `minutes` (`day_id`,`epoch`);--> statement-breakpoint
CREATE TABLE `resolution` (
	`id` text PRIMARY KEY NOT NULL,
	`minutes_id` text NOT NULL,
	`day_id` text NOT NULL,
	`topic_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`text` text NOT NULL,
	`resident_text` text NOT NULL,
	`lead_unit_id` text NOT NULL,
	`assisting_unit_ids` text NOT NULL,
	`due_date` text NOT NULL,
	`milestones` text NOT NULL,
	`measure` text NOT NULL,
	`evidence` text NOT NULL,
	`resource_kind` text NOT NULL,
	`resource_text` text NOT NULL,
	`check_back_date` text,
	FOREIGN KEY (`minutes_id`) REFERENCES `minutes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`day_id`) REFERENCES `consultation_day`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`topic_id`) REFERENCES `topic`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lead_unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `resolution_day` ON `resolution` (`day_id`);--> statement-breakpoint
CREATE INDEX `resolution_topic` ON `resolution` (`topic_id`);--> statement-breakpoint
CREATE TABLE `topic` (
	`id` text PRIMARY KEY NOT NULL,
	`day_id` text NOT NULL,
	`kind` text NOT NULL,
	`problem_id` text,
	`listing_id` text,
	`title` text NOT NULL,
	`outcome` text,
	`outcome_note` text DEFAULT '' NOT NULL,
	`reservations` text DEFAULT '' NOT NULL,
	`outcome_by_post_id` text,
	`outcome_at` text,
	`withdrawn_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`day_id`) REFERENCES `consultation_day`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`problem_id`) REFERENCES `problem`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`listing_id`) REFERENCES `listing`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`outcome_by_post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `topic_day` ON `topic` (`day_id`);--> statement-breakpoint
CREATE INDEX `topic_problem` ON `topic` (`problem_id`);--> statement-breakpoint
CREATE TABLE `milestone` (
	`id` text PRIMARY KEY NOT NULL,
	`task_id` text NOT NULL,
	`text` text NOT NULL,
	`due` text NOT NULL,
	`done_at` text,
	FOREIGN KEY (`task_id`) REFERENCES `task`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `milestone_task` ON `milestone` (`task_id`);--> statement-breakpoint
CREATE TABLE `publication` (
	`id` text PRIMARY KEY NOT NULL,
	`task_id` text NOT NULL,
	`text` text NOT NULL,
	`published_by_post_id` text NOT NULL,
	`published_at` text NOT NULL,
	`withdrawn_at` text,
	`withdrawn_reason` text,
	FOREIGN KEY (`task_id`) REFERENCES `task`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`published_by_post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `publication_task` ON `publication` (`task_id`);--> statement-breakpoint
CREATE TABLE `task` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`resolution_id` text NOT NULL,
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
	FOREIGN KEY (`street_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lead_unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `task_number` ON `task` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `task_resolution` ON `task` (`resolution_id`);--> statement-breakpoint
CREATE INDEX `task_lead` ON `task` (`lead_unit_id`,`state`);--> statement-breakpoint
CREATE INDEX `task_street` ON `task` (`street_id`,`state`);--> statement-breakpoint
CREATE INDEX `task_due` ON `task` (`due_date`);--> statement-breakpoint
CREATE TABLE `task_entry` (
	`id` text PRIMARY KEY NOT NULL,
	`task_id` text NOT NULL,
	`event` text NOT NULL,
	`text` text NOT NULL,
	`by_post_id` text,
	`at` text NOT NULL,
	FOREIGN KEY (`task_id`) REFERENCES `task`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `task_entry_task` ON `task_entry` (`task_id`,`at`);--> statement-breakpoint
CREATE TABLE `task_extension` (
	`id` text PRIMARY KEY NOT NULL,
	`task_id` text NOT NULL,
	`from_date` text NOT NULL,
	`to_date` text NOT NULL,
	`reason` text NOT NULL,
	`asked_by_post_id` text NOT NULL,
	`asked_at` text NOT NULL,
	`state` text DEFAULT 'waiting' NOT NULL,
	`decided_by_post_id` text,
	`decided_at` text,
	`decision_text` text,
	FOREIGN KEY (`task_id`) REFERENCES `task`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by_post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by_post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `task_extension_task` ON `task_extension` (`task_id`);--> statement-breakpoint
CREATE TABLE `duty_item` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`problem_class` text NOT NULL,
	`matter` text NOT NULL,
	`unit_id` text NOT NULL,
	`basis` text NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `duty_item_number_unique` ON `duty_item` (`number`);--> statement-breakpoint
CREATE TABLE `holding` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`post_id` text NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text,
	`handover` text,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `holding_person` ON `holding` (`person_id`);--> statement-breakpoint
CREATE INDEX `holding_post` ON `holding` (`post_id`);--> statement-breakpoint
CREATE TABLE `person` (
	`id` text PRIMARY KEY NOT NULL,
	`account` text NOT NULL,
	`name` text NOT NULL,
	`password_hash` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `person_account` ON `person` (`account`);--> statement-breakpoint
CREATE TABLE `post` (
	`id` text PRIMARY KEY NOT NULL,
	`unit_id` text NOT NULL,
	`role` text NOT NULL,
	`title_zh` text NOT NULL,
	`title_en` text NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `post_unit` ON `post` (`unit_id`);--> statement-breakpoint
CREATE TABLE `sign_in` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`person_id` text NOT NULL,
	`post_id` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sign_in_token_hash_unique` ON `sign_in` (`token_hash`);--> statement-breakpoint
CREATE INDEX `sign_in_person` ON `sign_in` (`person_id`);--> statement-breakpoint
CREATE TABLE `sign_in_failure` (
	`key` text NOT NULL,
	`at` text NOT NULL,
	`id` text NOT NULL,
	PRIMARY KEY(`key`, `at`, `id`)
);
--> statement-breakpoint
CREATE TABLE `unit` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`kind` text NOT NULL,
	`code` text,
	`parent_id` text,
	`name_zh` text NOT NULL,
	`name_en` text NOT NULL,
	`short_zh` text NOT NULL,
	`contact_zh` text DEFAULT '' NOT NULL,
	`contact_en` text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `unit_slug` ON `unit` (`slug`);--> statement-breakpoint
CREATE INDEX `unit_parent` ON `unit` (`parent_id`);