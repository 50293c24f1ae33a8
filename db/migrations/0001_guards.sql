-- What must never change is refused by the database itself, whatever the code above it does.
CREATE TRIGGER ledger_entry_no_update BEFORE UPDATE ON ledger_entry BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER ledger_entry_no_delete BEFORE DELETE ON ledger_entry BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER problem_wording_frozen BEFORE UPDATE OF original_wording, number, street_id ON problem BEGIN SELECT RAISE(ABORT, 'the original wording of a problem is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER resolution_frozen BEFORE UPDATE ON resolution BEGIN SELECT RAISE(ABORT, 'an adopted resolution is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER resolution_kept BEFORE DELETE ON resolution BEGIN SELECT RAISE(ABORT, 'an adopted resolution is kept'); END;
--> statement-breakpoint
CREATE TRIGGER minutes_frozen BEFORE UPDATE ON minutes BEGIN SELECT RAISE(ABORT, 'issued minutes are frozen'); END;
--> statement-breakpoint
CREATE TRIGGER minutes_kept BEFORE DELETE ON minutes BEGIN SELECT RAISE(ABORT, 'issued minutes are kept'); END;
--> statement-breakpoint
CREATE TRIGGER task_original_due_date_frozen BEFORE UPDATE OF original_due_date, resolution_id ON task BEGIN SELECT RAISE(ABORT, 'the original due date is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER imported_row_frozen BEFORE UPDATE ON imported_row BEGIN SELECT RAISE(ABORT, 'imported rows are kept as read'); END;
--> statement-breakpoint
CREATE VIRTUAL TABLE search_text USING fts5(kind UNINDEXED, subject_id UNINDEXED, tokens, tokenize = 'unicode61 remove_diacritics 2');
