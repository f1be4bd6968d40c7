<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
    <context>
        <name>BetweenHolds</name>
        <message>
            <source>Between holds…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>First leg</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Get ready</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rest between sets</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change legs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Shown below</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Calendar</name>
        <message>
            <source>Last 12 months</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ControlBar</name>
        <message>
            <source>Back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pause</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Space</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Skip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>+10 s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stop for pain</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>End</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Begin</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Resume</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>DragHandle</name>
        <message>
            <source>Drag it, or press the arrow up or down, to change the order.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ExampleWeeks</name>
        <message>
            <source>Your weeks will stand here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Each week becomes a bar, as high as it has active days, beside the line of your goal. Do your first session, and it begins.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ExerciseChooser</name>
        <message>
            <source>Search</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Esc</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No exercise goes by these words. Try fewer, or others.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add to {routine}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ExerciseEditor</name>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Esc</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ctrl+S</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Edit exercise</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New exercise</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give the exercise a name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The name is too long: at most 80 letters.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write at least one step: what to do.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>These are too many steps: at most 20.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A step is too long: at most 200 letters, better 60.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A caution or a piece of equipment is too long: at most 2000 letters.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There can be 1 to 50 sets.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A hold can last 1 second to 1 hour.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There can be 1 to 500 reps.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A rep can last 1 to 60 seconds.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ExerciseKeeper</name>
        <message>
            <source>{name} (copy)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{name}” is your own now. Change what you like, then save.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pictures ({0})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{path}: the picture can’t be kept: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The routine “{routine}” leads through this exercise. Take it out there first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{name}” was deleted. What you held of it stays in your history.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Import an exercise</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{name}” is among your exercises now.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export an exercise</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Written: {path}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hamstring exercises ({0})</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ExercisePage</name>
        <message>
            <source>Back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Esc</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Do it now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Edit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Duplicate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ExercisesPage</name>
        <message>
            <source>Exercises</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New exercise</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Import…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Body part</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Equipment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show all exercises</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Esc</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing needed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>touch touching forward bend fold</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no such exercise here, and the line above says why.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing here is all of that. Try fewer words, or switch a filter off.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No exercise goes by these words. Try fewer, or others: “calf”, “band”, “lie down”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No exercise is for this body part with this equipment. Switch one of them off.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FactsCard</name>
        <message>
            <source>You need</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Works on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ask first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take care</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing but room to lie or stand</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FinishPage</name>
        <message>
            <source>Tightness left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tightness right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A note, if you like: how it went, what you felt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How tight does each leg feel?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>0 loose</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>10 very tight</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Well done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ended early</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Done for today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You stopped for pain. If it stays or comes back, contact your doctor before the next session.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What you held is kept. A short session is better than none.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Form</name>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What you call it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Steps</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Each leg</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Both legs together</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sides</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Seconds held</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Repetitions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Measured in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sets</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hold seconds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reps</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Seconds a rep</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kind</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Body part</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Equipment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mat, band … or nothing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take care</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Steps, one on each line. The last one is held, or repeated.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Equipment, with commas between</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take care: one caution on each line</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>GapField</name>
        <message>
            <source>None</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Seconds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Until I press a key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{gap}, seconds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As each exercise has it</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Hamstring</name>
        <message>
            <source>Something went wrong that should not. What is known about it is in {file}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file}: nothing here can be done with this.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not on disk yet, will be tried again: {0}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>HistoryKeeper</name>
        <message>
            <source>The week of {day} is a rest week: it neither breaks nor feeds a streak.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The week of {day} is no rest week any more.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>The goal is %n active day(s) a week from this week on.</source>
            <translation>
                <numerusform>The goal is %n active day a week from this week on.</numerusform>
                <numerusform>The goal is %n active days a week from this week on.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>HistoryPage</name>
        <message>
            <source>Weekly consistency</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Range</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>12 weeks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>26 weeks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1 year</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show the sessions of this week</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>HoldInPlace</name>
        <message>
            <source>Hold</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Exercise to change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hold, {exercise}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>NameField</name>
        <message>
            <source>Click to rename</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>NavButton</name>
        <message>
            <source>This page shows.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Notice</name>
        <message>
            <source>Undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close notice</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Numbers</name>
        <message>
            <source>This week</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Active days of this week, and the goal. A day is active with a session of which at least half of the planned time was held.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Streak</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Weeks in a row that met their goal. This week adds to it once its goal is met, and never breaks it; rest weeks are stepped over.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Consistency</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How much of the goal was done in the last 12 complete weeks, on average: two days of three count 67 %. Rest weeks are left out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Minutes a leg</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Minutes of hamstring stretches held this week with each leg. Studies found longer hamstrings after 5 to 10 minutes a leg and week.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Balance</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How the time held in the last 12 weeks is shared between the left and the right leg.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Goal a week</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Active days wanted a week. A new goal is in force from this week on; past weeks keep theirs.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What does “{name}” mean?</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>OfferCard</name>
        <message>
            <source>Make it {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From now on you hold {time}. Ctrl+Z takes that back.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>PictureCard</name>
        <message>
            <source>Left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pause</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Space</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Play</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>PictureChooser</name>
        <message>
            <source>Picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose picture…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mirror it for the left leg</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The figure shows this. Drop a picture here to show that instead.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drop a photo or a drawing here (PNG, JPEG, WebP or SVG), or choose one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This step has no picture of its own.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All steps</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Picture of step {number}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RoutineEditor</name>
        <message>
            <source>Name of the routine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is nothing in this routine yet. Add an exercise, and it can be started.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add exercise</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reset to original</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start this routine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rename</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Duplicate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Changes are saved as you make them. Ctrl+Z takes the last one back.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RoutineItem</name>
        <message>
            <source>Together</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sets</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hold</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reps</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A rep</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rest</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sides</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move {exercise}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove {exercise}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{field}, {exercise}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RoutineKeeper</name>
        <message>
            <source>Change to {routine}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New routine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{routine}, copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Deletion of {routine}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reset of {routine}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Addition of {routine}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{problem}. What you see holds until you close Hamstring.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Taken back: {change}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Made again: {change}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Routines (*.toml)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export routine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The routine is in {file} now.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Import routine</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RoutinesPage</name>
        <message>
            <source>Routines</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ctrl+Z</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New routine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Import…</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SafetyPage</name>
        <message>
            <source>I understand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Esc</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Before you stretch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ask your doctor before you start an exercise program.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stop when you feel numbness, tingling or sharp pain, or when symptoms come back, and contact your doctor. A stretch may pull; it must not hurt.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>If it hurts during a session, press P or the full stop: the stretch ends at once.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SessionPage</name>
        <message>
            <source>Mute</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Full screen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Press Space when you are ready</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unmute</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No sound on this computer</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>StepButton</name>
        <message>
            <source>The picture shows this step.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Stepper</name>
        <message>
            <source>Less, {field}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>More, {field}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>TightnessScale</name>
        <message>
            <source>Not rated. 0 is loose, 10 is very tight.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>TodayPage</name>
        <message>
            <source>Stop if you feel numbness, tingling or sharp pain. Ask your doctor before you start to exercise.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>WeekChart</name>
        <message>
            <source>Weeks</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Window</name>
        <message>
            <source>Hamstring</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>_CalendarCard</name>
        <message>
            <source>Last 12 months</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>_ChartCard</name>
        <message>
            <source>Measure</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Active days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Minutes held</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tightness</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>R</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rest week</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>_Hero</name>
        <message>
            <source>Start</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>_LastCard</name>
        <message>
            <source>Last session</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>None yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What you hold, leg by leg, will be kept here, on this computer only.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>_OthersCard</name>
        <message>
            <source>Other routines</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>_Sidebar</name>
        <message>
            <source>Today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>History</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Exercises</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Routines</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hamstring</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>_WeekCard</name>
        <message>
            <source>This week</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>exercise</name>
        <message>
            <source>Let go and breathe.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change to the other leg.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>hip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>thigh</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>neck and shoulders</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>foot</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>whole body</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>history</name>
        <message>
            <source>Active days a week</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Minutes of hamstring stretches a week</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tightness, 0 (loose) to 10 (very tight)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{first} to {last}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Goal met</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Below goal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Left leg</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Right leg</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This week, not over yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Partial sessions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rest week</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Partial session</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>under {minutes} min</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>from {minutes} min</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this week</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Week of {day}</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n active day(s), rest week</source>
            <translation>
                <numerusform>%n active day, rest week</numerusform>
                <numerusform>%n active days, rest week</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n active day(s), goal {goal}, met</source>
            <translation>
                <numerusform>%n active day, goal {goal}, met</numerusform>
                <numerusform>%n active days, goal {goal}, met</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n active day(s) so far, goal {goal}</source>
            <translation>
                <numerusform>%n active day so far, goal {goal}</numerusform>
                <numerusform>%n active days so far, goal {goal}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n active day(s), goal {goal}, below it</source>
            <translation>
                <numerusform>%n active day, goal {goal}, below it</numerusform>
                <numerusform>%n active days, goal {goal}, below it</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n partial session(s)</source>
            <translation>
                <numerusform>%n partial session</numerusform>
                <numerusform>%n partial sessions</numerusform>
            </translation>
        </message>
        <message>
            <source>left leg {left}, right leg {right}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>tightness not rated</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>tightness right {right}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>tightness left {left}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>tightness left {left}, right {right}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{one}, {other}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>week of {day}: {facts}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There are no weeks yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>; </source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>strength {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>massage {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>rest poses {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{day}: no session</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{day}: %n partial session(s), {time} held</source>
            <translation>
                <numerusform>{day}: %n partial session, {time} held</numerusform>
                <numerusform>{day}: %n partial sessions, {time} held</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{day}: %n session(s), {time} held</source>
            <translation>
                <numerusform>{day}: %n session, {time} held</numerusform>
                <numerusform>{day}: %n sessions, {time} held</numerusform>
            </translation>
        </message>
        <message>
            <source>No sessions in the last 12 months.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{days}; no session on the other days.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>goal {goal}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{minutes} min a leg</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n week(s)</source>
            <translation>
                <numerusform>%n week</numerusform>
                <numerusform>%n weeks</numerusform>
            </translation>
        </message>
        <message>
            <source>–</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{percent} %</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{active} of %n day(s)</source>
            <translation>
                <numerusform>{active} of %n day</numerusform>
                <numerusform>{active} of %n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
        <message>
            <source>{left} / {right} min</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{left} / {right} %</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No rest week after all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mark as a rest week</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>questions</name>
        <message>
            <source>End this session?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What you held so far is kept. The session waits while you decide.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>End session</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep going</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Space</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Esc</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing comes after this: either answer ends the session.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stopped for pain</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Let go slowly. Numbness, tingling or sharp pain means: no more of this stretch on this leg today. If it stays or comes back, contact your doctor.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go on with the next exercise</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>End here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hanging over straight legs looks like the hamstring stretch, but most of the way down comes from the lower back: it bends further than is good for it, and the back of the thigh gets what is left. The clinic whose advice we follow says to leave it out, so it is not here.

In these exercises the back stays long and the hip does the bending. You reach less far, and feel it where it should be.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Understood</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next would be your left leg.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next would be your right leg.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next would be an exercise for both legs.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your history can’t be opened</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Quit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save this exercise?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You changed it and did not save it yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Discard changes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>D</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go on writing</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>wording</name>
        <message>
            <source>{hours} h {minutes} min</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{minutes} min {seconds} s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{seconds} s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Left leg</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Right leg</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Both legs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>PAUSED</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>REPS</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>HOLD</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>REST</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>SWITCH</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>GET READY</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Breathe in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Breathe out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Set {number} of {sets}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{time} left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next: done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next: set {number}, {dose}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next: set {number}, left leg, {dose}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next: set {number}, right leg, {dose}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next: your left leg</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next: your right leg</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next: {exercise}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next: set {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next: rest, then set {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next: rest {seconds}, then set {number}</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n rep(s)</source>
            <translation>
                <numerusform>%n rep</numerusform>
                <numerusform>%n reps</numerusform>
            </translation>
        </message>
        <message>
            <source>Paused while the computer slept. Press Space to go on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move into the position and back, in time with the figure.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{sets} × {dose}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>about {minutes} min</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n exercise(s) · {time}</source>
            <translation>
                <numerusform>%n exercise · {time}</numerusform>
                <numerusform>%n exercises · {time}</numerusform>
            </translation>
        </message>
        <message>
            <source>Each leg · {dose} · {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{dose} · {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Good morning</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Good afternoon</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Good evening</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{day} · this week’s goal is met</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{day} · {active} of %n day(s) this week</source>
            <translation>
                <numerusform>{day} · {active} of %n day this week</numerusform>
                <numerusform>{day} · {active} of %n days this week</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{day} · %n more day(s) meet(s) this week’s goal</source>
            <translation>
                <numerusform>{day} · one more day meets this week’s goal</numerusform>
                <numerusform>{day} · %n more days meet this week’s goal</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{active} of %n day(s) · {time} held</source>
            <translation>
                <numerusform>{active} of %n day · {time} held</numerusform>
                <numerusform>{active} of %n days · {time} held</numerusform>
            </translation>
        </message>
        <message>
            <source>none yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Active days: {days}. Goal: {goal} a week.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A half dot: less than half of the planned time was held.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Today, {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Yesterday, {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{day}, {time}</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{held} of %n hold(s), {time}</source>
            <translation>
                <numerusform>{held} of %n hold, {time}</numerusform>
                <numerusform>{held} of %n holds, {time}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>interrupted after %n hold(s), {time}</source>
            <translation>
                <numerusform>interrupted after %n hold, {time}</numerusform>
                <numerusform>interrupted after %n holds, {time}</numerusform>
            </translation>
        </message>
        <message>
            <source>Left leg: {held}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Right leg: {held}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Both legs: {held}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tightness: right {right}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tightness: left {left}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tightness: left {left}, right {right}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>, </source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Each leg · {dose}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{number}. {text}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why we don’t reach for the toes standing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{minutes} min</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>none</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing in it yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{sets} × {dose} · {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{time}, and your waits</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{time} in all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{time} of it held, each leg</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In turn</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One leg, then the other</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In turn from session to session</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The one that felt tighter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>get ready {ready}, change legs {switch}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>until a key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You added 10 s twice to {exercise}. Make {time} your new hold?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You ended {exercise} early on the left leg, twice in a row. Hold {time} from now on?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You ended {exercise} early on the right leg, twice in a row. Hold {time} from now on?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You ended {exercise} early twice in a row. Hold {time} from now on?</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>