-- What must never change is refused by the database itself, whatever the code above it does.
CREATE TRIGGER change_note_frozen BEFORE UPDATE ON change_note BEGIN SELECT RAISE(ABORT, 'a change note is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER change_note_kept BEFORE DELETE ON change_note BEGIN SELECT RAISE(ABORT, 'a change note is kept'); END;
