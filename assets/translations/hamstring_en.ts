<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
    <context>
        <name>AboutField</name>
        <message>
            <source>What it is for</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What it is for, in a sentence</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>This is too long: its first %n letters are kept.</source>
            <translation>
                <numerusform>This is too long: its first letter is kept.</numerusform>
                <numerusform>This is too long: its first %n letters are kept.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>AddCard</name>
        <message>
            <source>Just stretched</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Minutes right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Minutes left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What you did</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{field}: this has to be a number up to 600, such as 3, 2.5 or 2:30.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Say how many minutes, for one leg at least.</source>
            <translation type="unfinished" />
        </message>
    </context>
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
    </context>
    <context>
        <name>Calendar</name>
        <message>
            <source>Last 12 months</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CalendarCard</name>
        <message>
            <source>Last 12 months</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Year</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add a session on this day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a day to see its sessions, or to add one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{day}. Its sessions stand below.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Conductor</name>
        <message>
            <source>No time runs here. Press Space when you are ready.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No more can be added: an hour is the longest.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ControlBar</name>
        <message>
            <source>Leave full screen</source>
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
        <message numerus="yes">
            <source>+%n rep(s)</source>
            <translation>
                <numerusform>+%n rep</numerusform>
                <numerusform>+%n reps</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DataKeeper</name>
        <message>
            <source>There are no backups yet. They will be in {folder}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No program here opens folders. Your data is in {folder}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back up everything</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Backups (*.zip)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Backups (*.zip *.sqlite3)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Restore a backup</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looking at {file} …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Restoring a backup</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>DayField</name>
        <message>
            <source>A day earlier</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A day later</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>That is no date. Type it like today’s: {example}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>That day is still to come. Only what has been done can be kept here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>That is too long ago: the first day is {day}.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Deeds</name>
        <message>
            <source>Taken back: {change}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is nothing to take back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Made again: {change}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is nothing to make again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save or leave the exercise first that you are writing.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>DeviceKeeper</name>
        <message>
            <source>The folder doesn’t answer; it is tried again.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n session(s) from your other devices.</source>
            <translation>
                <numerusform>%n session from your other devices.</numerusform>
                <numerusform>%n sessions from your other devices.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n session(s) from your other device.</source>
            <translation>
                <numerusform>%n session from your other device.</numerusform>
                <numerusform>%n sessions from your other device.</numerusform>
            </translation>
        </message>
        <message>
            <source>{device} has a newer Hamstring. What this one doesn’t know yet waits until it is updated.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{folder} is synced by another program, which can damage your history. Sharing it doesn’t.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>With {devices}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No other device is there yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not read yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last read: {instant}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No longer shared. What is in {folder} stays there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Share my history through this folder</source>
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
        <name>EditCard</name>
        <message>
            <source>Date</source>
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
            <source>There can be 1 to 50 sets.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A hold can last up to 1 hour.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A rep can last up to 60 seconds.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There can be 1 to 500 reps.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A caution, a piece of equipment or another name is too long: at most 2000 letters.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There can be 100 cautions, 100 pieces of equipment and 100 other names.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All reps of a set together can last 1 hour at most.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ExerciseGrid</name>
        <message>
            <source>Yours</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ExerciseKeeper</name>
        <message>
            <source>Change to {exercise}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} (copy)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{name}” is your own now. Change what you like, then save.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Addition of {exercise}</source>
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
            <source>Deletion of {exercise}</source>
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
        <name>ExercisePictures</name>
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
            <source>Looking at {file} …</source>
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
            <source>Your hamstrings</source>
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
            <source>Filters…</source>
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
        <name>ExportCard</name>
        <message>
            <source>PDF summary</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One or two pages to show or send, for a physiotherapist.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Spreadsheet (CSV)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One row for each hold, for a table program.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Everything (JSON)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Complete: to keep safe, or to import elsewhere.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Picture of the chart</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>PNG or SVG, as it shows now.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Weeks in the PDF</source>
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
    </context>
    <context>
        <name>FactsCard</name>
        <message>
            <source>You need</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>If you like</source>
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
        <name>FarPicture</name>
        <message>
            <source>Hold, left leg, 28</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>HOLD</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>LEFT LEG</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FinishPage</name>
        <message>
            <source>Note</source>
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
            <source>Roll to one side, and wait before you sit up.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A note, if you like (N): how it went, what you felt</source>
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
            <source>A short session is better than none.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What you held is kept. A short session is better than none.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FoldButton</name>
        <message>
            <source>Not shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Shown below</source>
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
            <source>Optional equipment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Folded towel … or nothing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Other names</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What others call it</source>
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
            <source>Good to have beside it, with commas between</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Other names to find it by, with commas between</source>
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
        <name>GivenKey</name>
        <message>
            <source>{key}: {command}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take away</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>HabitPage</name>
        <message>
            <source>Little and often</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A few minutes on several days do more than one long session. A week off breaks nothing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Goal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How many days a week would you like to stretch?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>First leg</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which leg goes first?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Both can be changed at any time, in Settings.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Hamstring</name>
        <message>
            <source>Something went wrong that should not. What is known about it is in {file}.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>HamstringsPage</name>
        <message>
            <source>Your hamstrings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What they are, why they feel tight, and what helps. In our own words, after the sources named.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Esc</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>More about the toe touch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Source: clinic article, “Tips for Healthy Hamstrings”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Source: yoga article, “Hamstring Healing”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What they are</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Three muscles run down the back of each thigh, from the sit bone to below the knee. They straighten the hip and bend the knee, and keep you steady when you walk and lift.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why they feel tight</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Long sitting leaves them weak, overuse strains them, and some people are born with shorter ones. A back in trouble makes them brace. So tight is often a sign, not the cause.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What tight ones do</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Whatever made them tight, they pull the pelvis backward at the sit bones. That flattens the curve of the low back, and loads it: so a troubled back and tight hamstrings can keep each other going.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Source: clinic article, “Tips for Healthy Hamstrings”; strength and range: Afonso et al. 2021, “Strength Training versus Stretching for Improving Range of Motion”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Source: yoga article, “Hamstring Healing”; minutes a week: Thomas et al. 2018, “The Relation Between Stretching Typology and Stretching Duration”; Ingram et al. 2025, “Optimising the Dose of Static Stretching for Improving Flexibility”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stop, and ask a doctor or a physiotherapist, when you feel numbness or tingling, when pain returns, after a pop in the thigh, or when a bruise shows.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>They never go slack</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Their slow fibres hold you upright all day, as part of one line from the sole of the foot over the back to the brow. Some tension is normal. The goal is comfort and range, not a muscle without tension.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Three habits</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Make legs and core strong, massage with a ball, and stretch lying down. Long stretching alone rarely cures tightness: strength training widens the range as much.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Once a week, thoroughly</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take the whole line once a week, from the calves to the hips, with time for each part: it takes less than 20 minutes. What counts is the week: five minutes of stretching a leg do something, ten do most.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>When to see someone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why the standing toe touch is not here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hanging over straight legs bends the low back too far and reaches the hamstrings poorly. Lying down, the back is held, and the pull is where it belongs.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Hero</name>
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
        <name>HistoryEditor</name>
        <message numerus="yes">
            <source>%n session(s) deleted.</source>
            <translation>
                <numerusform>%n session deleted.</numerusform>
                <numerusform>%n sessions deleted.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Deletion of %n session(s)</source>
            <translation>
                <numerusform>Deletion of %n session</numerusform>
                <numerusform>Deletion of %n sessions</numerusform>
            </translation>
        </message>
        <message>
            <source>Deleted: {session}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Deletion of {session}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change to {session}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Changed: {session}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Addition of {session}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Added: {session}.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>HistoryExchange</name>
        <message>
            <source>{file}: this was not written: what you chose has a name that ends in {ending}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Written: {file}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Writing {file} …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Histories are imported one at a time. Drop the others here again afterwards.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looking at {file} …</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>Import of %n session(s)</source>
            <translation>
                <numerusform>Import of %n session</numerusform>
                <numerusform>Import of %n sessions</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Imported: %n session(s).</source>
            <translation>
                <numerusform>Imported: %n session.</numerusform>
                <numerusform>Imported: %n sessions.</numerusform>
            </translation>
        </message>
        <message>
            <source>Import of {file}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Imported: {file}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Importing {file} …</source>
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
        <message>
            <source>Rest week of {day}</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>The goal is %n active day(s) a week from this week on.</source>
            <translation>
                <numerusform>The goal is %n active day a week from this week on.</numerusform>
                <numerusform>The goal is %n active days a week from this week on.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Goal of %n day(s)</source>
            <translation>
                <numerusform>Goal of %n day</numerusform>
                <numerusform>Goal of %n days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>HistoryPage</name>
        <message>
            <source>History</source>
            <translation type="unfinished" />
        </message>
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
        <message>
            <source>Show the sessions of this month</source>
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
        <name>ItemList</name>
        <message>
            <source>Moved to place {place} of {places}.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>KeyPlace</name>
        <message>
            <source>Press a key, a pedal or a clicker</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>KeysCard</name>
        <message>
            <source>Keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Esc</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Leaf</name>
        <message>
            <source>Enter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Alt+←</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Skip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Esc</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>MatPage</name>
        <message>
            <source>Go to your mat and look back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All set</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Can you read this from there, and hear the tone that comes every few seconds?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Where will you be in a session?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>On the mat a session fills the screen, with letters as large as these. F11 switches at any time.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>At a desk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>On a mat</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Can you read this from there?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Play a tone</source>
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
        <name>Notice</name>
        <message>
            <source>Undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ctrl+Z</source>
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
            <source>Active days of this week, and the goal. A day is active with a session of which at least half of the planned time was held. In your first week the goal is at most the days that it still had.</source>
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
            <source>Minutes of hamstring stretches held this week with each leg. Studies found more range of motion with 5 to 10 minutes a leg and week.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Its meaning stands below.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Minutes a leg</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Balance</source>
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
            <source>Y</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>K</source>
            <translation type="unfinished" />
        </message>
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
        <message>
            <source>That was taken back: you hold {time}, as before.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From now on you hold {time}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save as it is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Discard</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Parts</name>
        <message>
            <source>Not on disk yet, will be tried again: {0}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>PedalsCard</name>
        <message>
            <source>Pedals and clickers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Press the pedal or the button; then choose what it does in a session.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As usual</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What it does in a session</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No key has been given a command yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Esc</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pressed: {key}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You gave it: {command}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In a session it is: {command}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In a session it does nothing yet.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Pelves</name>
        <message>
            <source>Two pelves in profile</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>On the left an upright pelvis: the low back keeps its curve. On the right one that tight hamstrings pull backward at the sit bone: the low back is flat. The hamstring runs from the sit bone to below the knee.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Upright: the low back keeps its curve</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pulled backward: the low back is flat</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lumbar vertebrae</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Iliac crest</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sacrum</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sit bone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hamstring</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Its end below the knee</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The low back bears more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The pelvis tips backward</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hip joint</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The tight hamstring pulls at the sit bone</source>
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
            <source>Leg</source>
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
            <source>Picture of which step</source>
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
        <name>Preferences</name>
        <message>
            <source>This setting stays as it was: {problem}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Presence</name>
        <message>
            <source>Paused while the computer slept. Press Space to go on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Paused while the screen was locked. Press Space to go on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Paused: the headphones were unplugged. Press Space to go on.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ProgressBar</name>
        <message>
            <source>Progress</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Question</name>
        <message>
            <source>Type {word}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Records</name>
        <message>
            <source>The file of the history was deleted or exchanged. It was still open here: all that was in it lies there again, in a new file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The file of the history was deleted or exchanged. It goes on with what is there now.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n entry(s) of the history can't be read; it stays in the file, left out here: {what}</source>
            <translation>
                <numerusform>%n entry of the history can't be read; it stays in the file, left out here: {what}</numerusform>
                <numerusform>%n entries of the history can't be read; they stay in the file, left out here, among them {what}</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReminderEntry</name>
        <message>
            <source>Reminders come only while Hamstring is open: this computer doesn’t start it when you log in. Settings turns that on again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hamstring can’t be started when you log in: {problem}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hamstring is still started when you log in: {problem}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Reporter</name>
        <message>
            <source>The report could not be put together.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The report is being put together.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The report is on the clipboard: paste it where you ask for help.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ResetButton</name>
        <message>
            <source>Reset</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reset “{setting}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Usually: {value}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Resuming</name>
        <message>
            <source>Keeping {routine} as it is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{routine}” is in your history as it is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Discarding of {routine}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{routine}” was discarded.</source>
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
            <source>“{routine}” was deleted. What you held in it stays in your history.</source>
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
            <source>Routines (*.toml)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Routines with exercises (*.hamstring)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export routine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file}: this was not written: exercises of your own belong to the routine, so the file’s name has to end in {ending}.</source>
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
        <message>
            <source>Routines (*.toml *.hamstring)</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>“{routine}” is among your routines now, with %n exercise(s).</source>
            <translation>
                <numerusform>“{routine}” is among your routines now, with %n exercise.</numerusform>
                <numerusform>“{routine}” is among your routines now, with %n exercises.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RoutinesPage</name>
        <message>
            <source>Routines</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Esc</source>
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
        <name>SessionCard</name>
        <message>
            <source>Date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tightness right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tightness left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ctrl+Enter</source>
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
            <source>How tight did each leg feel? 0 is loose, 10 is very tight.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Right</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>The note is too long: %n characters are the most.</source>
            <translation>
                <numerusform>The note is too long: one character is the most.</numerusform>
                <numerusform>The note is too long: %n characters are the most.</numerusform>
            </translation>
        </message>
        <message>
            <source>Left</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SessionDetails</name>
        <message>
            <source>Edit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>F2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Del</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SessionPage</name>
        <message>
            <source>Session</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Press Space when you are ready</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Space goes on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No sound: watch the countdown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The screen may go dark: nothing here keeps it lit while you stretch.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unmute</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No sound</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No sound on this computer</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SessionsTable</name>
        <message>
            <source>Sessions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add past session</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Import…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Filter by routine, date or note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{days}: show all sessions again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No session on this day. What you did without the program can be added.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No session in this time. What you did without the program can be added.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n session(s)</source>
            <translation>
                <numerusform>%n session</numerusform>
                <numerusform>%n sessions</numerusform>
            </translation>
        </message>
        <message>
            <source>No session goes by these words. Try fewer, or press Esc to see all of them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every session will be listed here. What you did before, or without the program, can be added.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SessionsView</name>
        <message>
            <source>Sessions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter opens a session and shows its sets.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SettingRow</name>
        <message>
            <source>{explanation} In percent.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SettingsKeeper</name>
        <message>
            <source>These are quiet hours: no reminder would come.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>These are quiet hours: it comes at their end, at {time}.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SettingsPage</name>
        <message>
            <source>Settings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search settings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No setting goes by these words. Try fewer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show all settings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Esc</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The last one: {time}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is none yet.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Sharing</name>
        <message>
            <source>Another file is being looked at. Drop this here again afterwards.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file}: nothing here can be done with this.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looking at {file} …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{name}” is among your exercises already, just as in this file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{routine}” is among your routines already, just as in this file.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Sidebar</name>
        <message>
            <source>Hamstring</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>History</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Routines</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Exercises</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Settings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ctrl+{number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This page shows.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>StepList</name>
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
        <message>
            <source>It is {value} now.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It stays at {value}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This can be from {least} to {most}.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>TightnessCard</name>
        <message>
            <source>Tightness left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tightness right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>0 loose</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Type 0 to 10: left, then right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>10 very tight</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How tight? 0 loose, 10 very tight</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How tight? 0–10, left first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How tight does each leg feel?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{leg}: {rating}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>TightnessScale</name>
        <message>
            <source>not rated</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>0 is loose, 10 is very tight.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>TodayPage</name>
        <message>
            <source>Today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stop if you feel numbness, tingling or sharp pain. Ask your doctor before you start to exercise.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your hamstrings</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Tray</name>
        <message>
            <source>Open Hamstring</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pause</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Quit Hamstring</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No session is running</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go on</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>TrayKeeper</name>
        <message>
            <source>This desktop has no system tray now. It would show in one.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Unwritten</name>
        <message>
            <source>Save what was held</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Written: {file}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>WaitingCard</name>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Esc</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>WayOut</name>
        <message>
            <source>Leave full screen</source>
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
        <name>Wishes</name>
        <message>
            <source>A session is running; the other one was not begun.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A question is open; the session was not begun.</source>
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
        <message>
            <source>{week}. Its sessions stand below.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>_KeepingCard</name>
        <message>
            <source>Last session</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Consistency</source>
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
        <name>_WeekCard</name>
        <message>
            <source>This week</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>data</name>
        <message>
            <source>Everything is backed up in {file}.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>Backed up in {file}. Left out: %n file(s) that Hamstring doesn't know, {example} for one.</source>
            <translation>
                <numerusform>Backed up in {file}. Left out: %n file that Hamstring doesn't know, {example} for one.</numerusform>
                <numerusform>Backed up in {file}. Left out: %n files that Hamstring doesn't know, {example} for one.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>It holds %n session(s).</source>
            <translation>
                <numerusform>It holds %n session.</numerusform>
                <numerusform>It holds %n sessions.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Here are %n now.</source>
            <translation>
                <numerusform>Here is %n now.</numerusform>
                <numerusform>Here are %n now.</numerusform>
            </translation>
        </message>
        <message>
            <source>All is as it was before the restore. What was restored is in {kept}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is what {file} held. What was here before is in {kept}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Files that go into no backup are in {folder}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Restoring a backup was interrupted before anything was changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Restoring a backup was interrupted. Everything is as it was before.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keeping your history aside was interrupted. Everything is as it was before.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A new history was begun, though that was interrupted. The one before is in {folder}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Deleting everything was interrupted. Everything is as it was before.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Everything was deleted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not everything could be deleted. What is left is in {folder}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The backup was restored, though it was interrupted. What was here before is in {kept}.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>dropping</name>
        <message>
            <source>Drop the picture here: it is for the step that you are writing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drop it here: what is in it comes to your routines and exercises.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drop it here: you see what it would add to your history first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drop them here: what can be used of them is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing here can be done with this.</source>
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
        <message>
            <source>Daily band stretch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stretches the hamstrings lying down, and spares your back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Desk break</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undoes a long sit, without leaving your chair.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Legs up the wall</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rests tired legs, and lets the backs of your thighs and calves let go.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Three daily habits</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Strength, massage and stretching: a little every day.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Weekly release</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Once a week, thoroughly: calves to hips.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>90/90 knee extension</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>stretch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>hamstring</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lie on your back with both legs straight.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lift one thigh upright. Hold behind it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Straighten the knee as far as it goes. Bend it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bend the knee. Rest and breathe.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lower the leg. Change legs.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>mat</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>hamstrings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>active knee extension</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>straight leg raise</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>flexibility check</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stop if you feel numbness, tingling or sharp pain.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep the thigh upright and still; let only the knee move.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go to a first firm pull and back. Never bounce.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Common exercise</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lacrosse-ball hamstring release</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>massage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sit tall on a firm chair, feet flat.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put the ball under the back of one thigh.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Roll slowly until you find a tender spot.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lean in. Slowly straighten and bend the knee.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ease off. Sit tall and breathe.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move the ball under the other thigh.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>firm chair</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>lacrosse ball</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>self-massage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>trigger point</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>myofascial release</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>tennis ball</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Firm, not sharp: ease off if it hurts more than a good massage.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stay off the back of the knee and the bone you sit on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Never over a wound, or where it is inflamed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ask your doctor first with a possible blood clot, blood thinners, varicose veins, a fresh muscle tear, open wounds or inflamed skin.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clinic article, “Tips for Healthy Hamstrings”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Supine band hamstring stretch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bend one knee. Put the band round that foot.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Raise the leg with hip and knee bent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Flex the foot slightly, toes toward you.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Slowly straighten the knee, heel to the ceiling.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Feel it in the back of your thigh. Breathe.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lower the leg and breathe. Keep the band in place.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bend both knees. Move the band to the other foot.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>band or strap</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>calf</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>strap stretch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>belt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>theraband</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>supta padangusthasana</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep your head, your hips and the other leg on the mat.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A slightly bent knee is fine. Pull steadily and never bounce.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bend the other knee, foot flat, if your back minds.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Seated hamstring stretch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sit on the front edge of a firm chair.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Straighten one leg: heel down, toes up.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lean forward from the hips, back long.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sit up and breathe. Keep the leg out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sit up. Both feet flat.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>desk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>office</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>sitting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>work</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use a chair that cannot roll or tip.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bend at the hips with a long back; do not reach for your toes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hands above the knee; do not press it back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dead bug</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>strength</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>core</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lie on your back, knees bent, arms up.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lift your legs. Press your lower back down.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One arm back, other leg out. Return. Swap.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Knees over your hips. Rest and breathe.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>abdominals</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>hip flexors</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>deadbug</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>abs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>stomach</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>trunk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reach only as far as your lower back stays on the mat.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep breathing: out as you reach, in as you return.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clinic article, “Tips for Healthy Hamstrings”: core and leg muscles</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Doorway hamstring stretch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lie on your back, one leg through a doorway.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put the other heel up on the door frame.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Slowly straighten that knee, heel up the frame.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Feel the back of your thigh. Closer is more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bend the knee and breathe.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Swap sides: the other leg goes up the frame.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>doorway</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>door frame</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep your hips and your lower back on the floor.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Slide away from the frame if the pull is strong.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hip extension (bridge)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>glutes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lie on your back, arms by your sides.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bend your knees. Feet flat, hip-width apart.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Press your hips up. Lower slowly.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hips down. Rest and breathe.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>gluteus</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>hip raise</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>hip lift</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>hip thrust</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>buttocks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>bum</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>bottom</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>setu bandhasana</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep your ribs down: lift with your seat, not with your lower back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Feet hip-width apart, knees in line with your toes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clinic article, “Tips for Healthy Hamstrings”: hip extensions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Half-kneeling hamstring stretch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kneel upright on a mat.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put one foot in front, flat on the floor.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Straighten that leg: heel down, toes up.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hinge at the hips. Feel the back of your thigh.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Come up and breathe. Keep the leg out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Come up. Change legs.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>half split</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>runner's stretch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ardha hanumanasana</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fold a towel under the knee if it is sore there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hold on to a chair if you wobble.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bend at the hips with a long back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hip-flexor stretch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kneel on one knee, the other foot in front.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hands on the front thigh. Tuck your tailbone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Glide forward until the front of your hip pulls.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ease back. Rest and breathe.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Come up. Change knees.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>psoas</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>iliopsoas</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>quadriceps</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>half-kneeling</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>low lunge</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>anjaneyasana</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stay tall: glide with the hip, do not arch your back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clinic article, “Tips for Healthy Hamstrings”: stretch your hips and legs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Knee to chest</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bend one knee. Hold behind the thigh.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Draw the knee to your chest. Breathe.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Let the knee go a little. Breathe.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>lower back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>low back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>wind-relieving pose</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>apanasana</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hold behind the thigh, not on the shin.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ask first after a hip replacement.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lying leg curl</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lie face down, a band looped round both ankles.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rest your forehead on a folded towel, legs long.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bend the knee, heel to your seat. Lower slowly.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leg down. Rest and breathe.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Other leg. Keep your hips on the mat.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ankle band</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>folded towel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>hamstring curl</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>resistance band</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>prone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>face down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep your hips on the mat and your lower back quiet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lower slowly; no swinging. It works without a band, too.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clinic article, “Tips for Healthy Hamstrings”: leg curls</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>rest pose</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sit facing a stable wall, feet close to it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lie back, arms by your sides.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put both feet on the wall, knees bent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Scoot your seat up to the wall.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Legs up the wall. Rest and breathe.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bend your knees and breathe.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>wall</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>calves</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>waterfall pose</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>viparita karani</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>inversion</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>relaxation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bend your knees or move away from the wall if it pulls.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Roll to one side and wait a moment before you sit up.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ask your doctor first if you have glaucoma, uncontrolled blood pressure or heart failure.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Yoga article, “Hamstring Healing”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dead lift (hip hinge)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stand tall, feet hip-width apart.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Soften your knees. Hands on your thighs.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hips back, hands down to your knees. Stand up.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stand tall. Rest and breathe.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>deadlift</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>RDL</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>bend forward</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep your back flat and long. Go only as low as it stays flat.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Push your hips back and keep your weight over mid-foot.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start without weight.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clinic article, “Tips for Healthy Hamstrings”: dead lifts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Wall calf stretch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stand facing a wall, both hands on it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Step one foot back, toes pointing forward.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Press that heel down, knee straight.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lean in. Feel it in your calf.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Step forward and breathe.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Step forward. Change legs.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>lower leg</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Achilles tendon</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>gastrocnemius</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Both feet point straight ahead; the back heel stays down.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep your body in one line; do not bend at the waist.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Yoga article, “Hamstring Healing”: the superficial back line</source>
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
            <source>Active days a week, month by month</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Minutes of hamstring stretches a leg and week, month by month</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Minutes of hamstring stretches a leg and week</source>
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
            <source>This month, not over yet</source>
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
            <source>No session</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Partial: under half of the plan</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Done: half of it or more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>More than planned</source>
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
            <source>left leg {left}, right leg {right}, {both} of it both at once</source>
            <translation type="unfinished" />
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
        <message numerus="yes">
            <source>%n week(s); the last, {week}.</source>
            <translation>
                <numerusform>%n week; the last, {week}.</numerusform>
                <numerusform>%n weeks; the last, {week}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n month(s); the last, {month}.</source>
            <translation>
                <numerusform>%n month; the last, {month}.</numerusform>
                <numerusform>%n months; the last, {month}.</numerusform>
            </translation>
        </message>
        <message>
            <source>{month}: {facts}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{week}: {facts}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>other stretches {time} a week</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>strength {time} a week</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>massage {time} a week</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>rest poses {time} a week</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>exercises no longer known {time} a week</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>rest weeks</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{days} active days a week, goal met in {met} of %n week(s)</source>
            <translation>
                <numerusform>{days} active days a week, goal met in {met} of %n week</numerusform>
                <numerusform>{days} active days a week, goal met in {met} of %n weeks</numerusform>
            </translation>
        </message>
        <message>
            <source>left leg {left}, right leg {right} a week, {both} of it both at once</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>left leg {left}, right leg {right} a week</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>other stretches {time}</source>
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
            <source>exercises no longer known {time}</source>
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
            <source>{day}: %n session(s), {time} held, more than planned</source>
            <translation>
                <numerusform>{day}: %n session, {time} held, more than planned</numerusform>
                <numerusform>{day}: %n sessions, {time} held, more than planned</numerusform>
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
            <source>Last 12 months</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No sessions in {year}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No sessions in the last 12 months.</source>
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
        <message numerus="yes">
            <source>Rest week · %n day(s)</source>
            <translation>
                <numerusform>Rest week · %n day</numerusform>
                <numerusform>Rest week · %n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) with a session in {year}; the last was {day}.</source>
            <translation>
                <numerusform>%n day with a session in {year}; the last was {day}.</numerusform>
                <numerusform>%n days with a session in {year}; the last was {day}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) with a session in the last 12 months; the last was {day}.</source>
            <translation>
                <numerusform>%n day with a session in the last 12 months; the last was {day}.</numerusform>
                <numerusform>%n days with a session in the last 12 months; the last was {day}.</numerusform>
            </translation>
        </message>
        <message>
            <source>The arrow keys go from day to day.</source>
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
            <source>No rest week after all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mark as a rest week</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How much of the goal was done, on average, once a first week is over: two days of three count 67 %.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>How much of the goal was done over %n complete week(s), on average: two days of three count 67 %. 12 weeks are the most, and rest weeks are left out.</source>
            <translation>
                <numerusform>How much of the goal was done over %n complete week, on average: two days of three count 67 %. 12 weeks are the most, and rest weeks are left out.</numerusform>
                <numerusform>How much of the goal was done over %n complete weeks, on average: two days of three count 67 %. 12 weeks are the most, and rest weeks are left out.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>How the time held is shared between the left and the right leg, over %n week(s) with this one.</source>
            <translation>
                <numerusform>How the time held is shared between the left and the right leg, over %n week with this one.</numerusform>
                <numerusform>How the time held is shared between the left and the right leg, over %n weeks with this one.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Your longest streak is the one that you are in: %n weeks, from that of {first} on.</source>
            <translation>
                <numerusform>Your longest streak is the one that you are in: %n weeks, from that of {first} on.</numerusform>
                <numerusform>Your longest streak is the one that you are in: %n weeks, from that of {first} on.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Your longest streak was %n weeks, from that of {first} to that of {last}.</source>
            <translation>
                <numerusform>Your longest streak was %n weeks, from that of {first} to that of {last}.</numerusform>
                <numerusform>Your longest streak was %n weeks, from that of {first} to that of {last}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>In the last %n weeks you were active on {now} days a week, as in the %n weeks before.</source>
            <translation>
                <numerusform>In the last %n weeks you were active on {now} days a week, as in the %n weeks before.</numerusform>
                <numerusform>In the last %n weeks you were active on {now} days a week, as in the %n weeks before.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>In the last %n weeks you were active on {now} days a week, in the %n weeks before on {before}.</source>
            <translation>
                <numerusform>In the last %n weeks you were active on {now} days a week, in the %n weeks before on {before}.</numerusform>
                <numerusform>In the last %n weeks you were active on {now} days a week, in the %n weeks before on {before}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Over %n weeks you were active on no {days}.</source>
            <translation>
                <numerusform>Over %n weeks you were active on no {days}.</numerusform>
                <numerusform>Over %n weeks you were active on no {days}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Over %n weeks, {days} is the day that you skip most: you were active on {active} of %n.</source>
            <translation>
                <numerusform>Over %n weeks, {days} is the day that you skip most: you were active on {active} of %n.</numerusform>
                <numerusform>Over %n weeks, {days} is the day that you skip most: you were active on {active} of %n.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Over %n weeks you were never active on these days: {days}.</source>
            <translation>
                <numerusform>Over %n weeks you were never active on these days: {days}.</numerusform>
                <numerusform>Over %n weeks you were never active on these days: {days}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Over %n weeks, {days} are the days that you skip most: you were active on {active} of %n each.</source>
            <translation>
                <numerusform>Over %n weeks, {days} are the days that you skip most: you were active on {active} of %n each.</numerusform>
                <numerusform>Over %n weeks, {days} are the days that you skip most: you were active on {active} of %n each.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>no_history</name>
        <message>
            <source>Restore a backup</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep it aside and begin a new one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stretch without saving</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Esc</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Quit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go on as it is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Begin a new one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your history is damaged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your history isn’t there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your history is from a newer Hamstring</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is not a Hamstring history</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another program is using your history</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The disk is full</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your history can be read, but not written</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You may not read your history</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no file where your history should be</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your history can’t be opened</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is of version {version}; this Hamstring knows those up to {newest}. A newer one can open it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close the other program, then try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Make room on the disk, then try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the rights of the file and its folder, or let its disk be written.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the rights of the file and its folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It stays as it is, whatever you choose.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Meanwhile you can look at it, and stretch without saving.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>None of its sessions can be read. The file stays as it is, whatever you choose.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n of {known} session(s) can be read.</source>
            <translation>
                <numerusform>%n of {known} sessions can be read.</numerusform>
                <numerusform>%n of {known} sessions can be read.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Of %n of these, holds are missing.</source>
            <translation>
                <numerusform>Of one of these, holds are missing.</numerusform>
                <numerusform>Of %n of these, holds are missing.</numerusform>
            </translation>
        </message>
        <message>
            <source>If you keep it aside, a new history begins with them. This file stays as it is.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>Your last backup: {when}, with %n session(s).</source>
            <translation>
                <numerusform>Your last backup: {when}, with %n session.</numerusform>
                <numerusform>Your last backup: {when}, with %n sessions.</numerusform>
            </translation>
        </message>
        <message>
            <source>Backups (*.zip *.sqlite3)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A part of your history’s file that only speeds it up was damaged and was made anew. Nothing is lost. The file as it was is in {folder}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is a new history. The old file is in {folder}.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n of {known} session(s) are in the new history. The old file is in {folder}.</source>
            <translation>
                <numerusform>%n of {known} sessions is in the new history. The old file is in {folder}.</numerusform>
                <numerusform>%n of {known} sessions are in the new history. The old file is in {folder}.</numerusform>
            </translation>
        </message>
        <message>
            <source>Sessions are not saved now: your history is damaged.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sessions are not saved now: your history isn’t there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sessions are not saved now: your history is from a newer Hamstring.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sessions are not saved now: another program is using your history.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sessions are not saved now: the disk is full.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sessions are not saved now: your history can be read, but not written.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sessions are not saved now: your history can’t be opened.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save elsewhere…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save this session elsewhere?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{problem} Saved as a file, it can be imported once your history can be opened again. Until you quit, it is kept here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Later</source>
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
            <source>Stopped for pain</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Let go slowly. Numbness, tingling or sharp pain means: no more of this stretch on this leg today. If it stays or comes back, contact your doctor.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>End here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Let go slowly. No more of this stretch on this leg today. If it stays or comes back, contact your doctor.</source>
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
            <source>Finish</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What you held so far is not on disk yet. The session waits while you decide.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n hold(s) are not on disk yet</source>
            <translation>
                <numerusform>%n hold is not on disk yet</numerusform>
                <numerusform>%n holds are not on disk yet</numerusform>
            </translation>
        </message>
        <message>
            <source>What you noted is not on disk yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>They would be missing from your history: {problem}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save elsewhere…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stay</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n set(s) are not on disk yet</source>
            <translation>
                <numerusform>%n set is not on disk yet</numerusform>
                <numerusform>%n sets are not on disk yet</numerusform>
            </translation>
        </message>
        <message>
            <source>E</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go on with “{name}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go on with the {exercise}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go on with the left leg</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go on with the right leg</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go on with both legs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Discard “{routine}”?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What you held in it, {held}, will not be in your history.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Discard session</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You share your history with other devices: what was changed since, here and there, comes in again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put this history in the place of yours?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your exercises, routines and settings stay. What is here now is backed up first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put this backup in the place of everything here?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Restore this backup</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>delete</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your history, your own exercises and routines, your settings, and the backups in the folder of your data are deleted. This can’t be undone. Backups that you keep elsewhere stay.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sharing stops first: your other devices keep what they have, and the shared folder what is in it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To go on, type the word “{word}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete everything?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete everything for good</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep everything</source>
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
            <source>Your history, exercises, routines and settings become those of the backup. What is here now is backed up first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} is in order.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hamstring is open already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another Hamstring has your data open, and doesn't answer. Close it, and start again once it has closed. If there is none on any of your computers, delete this file: {file}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remind you when Hamstring is closed, too?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A small program waits for that from when you log in. You can change this in Settings at any time.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Also when it is closed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only while it is open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You were writing “{name}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You were writing an exercise</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The program ended before you saved it. What you wrote is still here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Throw away</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Later</source>
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
        <message>
            <source>Import {file}?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Import</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which of these habits are stretching?</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{habit} (%n day(s))</source>
            <translation>
                <numerusform>{habit} (%n day)</numerusform>
                <numerusform>{habit} (%n days)</numerusform>
            </translation>
        </message>
        <message>
            <source>{file} brings nothing new.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n session(s) in it is/are here already.</source>
            <translation>
                <numerusform>%n session in it is here already.</numerusform>
                <numerusform>%n sessions in it are here already.</numerusform>
            </translation>
        </message>
        <message>
            <source>There are no sessions in it.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n session(s) is/are new.</source>
            <translation>
                <numerusform>%n session is new.</numerusform>
                <numerusform>%n sessions are new.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n is/are already here and stay(s) as it is/they are.</source>
            <translation>
                <numerusform>%n is already here and stays as it is.</numerusform>
                <numerusform>%n are already here and stay as they are.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of the new ones lie(s) in the future, and count(s) once its/their day comes.</source>
            <translation>
                <numerusform>%n of the new ones lies in the future, and counts once its day comes.</numerusform>
                <numerusform>%n of the new ones lie in the future, and count once their days come.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n goal(s) come(s) with it.</source>
            <translation>
                <numerusform>%n goal comes with it.</numerusform>
                <numerusform>%n goals come with it.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n rest week(s) come(s) with it.</source>
            <translation>
                <numerusform>%n rest week comes with it.</numerusform>
                <numerusform>%n rest weeks come with it.</numerusform>
            </translation>
        </message>
        <message>
            <source>A day becomes active when one of the habits that you choose was done.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Histories (*.json *.csv *.tsv *.txt *.zip)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not known here, and left out: {names}.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n thing(s) is/are not understood, so nothing is imported:</source>
            <translation>
                <numerusform>%n thing is not understood, so nothing is imported:</numerusform>
                <numerusform>%n things are not understood, so nothing is imported:</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
        <message>
            <source>Export to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Import a history</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>PDF (*.pdf)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Spreadsheets (*.csv)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hamstring’s history (*.json)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pictures (*.png *.svg)</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>session</name>
        <message>
            <source>Pause</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Space</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>pause, go on, or begin a phase that waits for you</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Skip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>end a hold early and keep its seconds, or end a gap or a lead-in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>start this phase again; in its first 3 seconds, go back to the previous hold</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>+10 s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ten seconds more, also where it is started again; of reps, as many whole ones</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stop for pain</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>stop for pain: ends this leg of this exercise, and is written down as just that</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mute</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>mute tones and voice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>show or hide the breathing guide, “Breathe in” and “Breathe out” while you hold</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Full screen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>full screen: the distance view, with digits nearly half as high as the screen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>End</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>end (asks once; what you held is kept, and where that is nothing, nothing is asked)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{leg} · {set}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In a session</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>After a session, and over a question</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Everywhere else</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Esc</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Page Down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Page Up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>play/pause</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>next</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>previous</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>stop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter, Esc, Page Down, F5, play/pause, stop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>done: what you rated and wrote is kept</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>0 to 9</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>how tight a leg feels: the left one, then the right; 1 and then 0 is ten</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Backspace</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>take back what was typed last</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>L, R</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>go to the left or the right leg: ← and → change it, too</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>N</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>write a note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Y, K</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>where another hold time is offered: yes, or keep yours</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the number of an answer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>over a question that you brought up: give it, unless that throws something away for good</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>over a question: keep things as they are; after a stop for pain, ask whether to end, or finish where nothing is left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter, Page Down, F5, play/pause</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>start what Today offers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ctrl+1 to Ctrl+5</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>choose the page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Esc, Alt+←</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>go back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ctrl+Z, Ctrl+Shift+Z</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>undo, and do it again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>F11</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>full screen, and out of it again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>F1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this list; a session waits meanwhile</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ctrl+Q</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>quit</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>sessions</name>
        <message numerus="yes">
            <source>%n week(s)</source>
            <translation>
                <numerusform>%n week</numerusform>
                <numerusform>%n weeks</numerusform>
            </translation>
        </message>
        <message>
            <source>Export your history</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Edit session</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add past session</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>When</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Routine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Completed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Time held</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tightness</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{day}: still to come</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{day}: today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{day}: yesterday</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{day}: %n day(s) ago</source>
            <translation>
                <numerusform>{day}: %n day ago</numerusform>
                <numerusform>{day}: %n days ago</numerusform>
            </translation>
        </message>
        <message>
            <source>{day}, {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stretched</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stopped for pain</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Added by hand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Imported</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing held</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Still to come</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Finished</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Partial</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Interrupted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>These are minutes of hamstring stretches; {time} of other exercises are added, as the routine has them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>These are minutes of hamstring stretches.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>These count as rest poses, not as minutes of stretching a leg.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>These count as strength, not as minutes of stretching a leg.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>These count as massage, not as minutes of stretching a leg.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>None of these are minutes of hamstring stretches.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stretching</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Set {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{held} of {planned}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Held</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ended early</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>Interrupted after %n hold(s)</source>
            <translation>
                <numerusform>Interrupted after %n hold</numerusform>
                <numerusform>Interrupted after %n holds</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Interrupted after %n set(s)</source>
            <translation>
                <numerusform>Interrupted after %n set</numerusform>
                <numerusform>Interrupted after %n sets</numerusform>
            </translation>
        </message>
        <message>
            <source>Partial: {sets}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Skipped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Its day is still to come: until then it counts for nothing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You added this session yourself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This session was imported from another program.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This day was imported from another program; no more is known of it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It counts for {day}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It was interrupted; what is on record is shown.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It was ended early.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Less than half of the planned time was held, so it doesn’t count as active.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{rating}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{routine}, {when}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>settings</name>
        <message numerus="yes">
            <source>{file}: %n setting(s) can’t be used and is/are as usual: {names}. The reasons are in {log}.</source>
            <translation>
                <numerusform>{file}: %n setting can’t be used and is as usual: {names}. The reason is in {log}.</numerusform>
                <numerusform>{file}: %n settings can’t be used and are as usual: {names}. The reasons are in {log}.</numerusform>
            </translation>
        </message>
        <message>
            <source>Session</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Wait for a key before each exercise</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take as long as you need to get into position, then press Space or a clicker.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>auto-advance gap get ready setup</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Get ready before going on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>lead-in pause resume back repeat countdown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>First leg</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>For routines that don’t have a rule of their own.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start in distance view</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sessions fill the screen with letters for two metres. F11 switches any time.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>full screen large mat</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Breathing words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No more keys can be given a command: take one away first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This key can’t be given a command: its name is too long.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“Breathe in” and “Breathe out” while you hold. In a session, B switches them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pause after sleep</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A session pauses when the computer stood still for longer than this.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>suspend lid threshold</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How long a hold waits when it goes on after a pause, or begins again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pause when headphones are unplugged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A session pauses when they are pulled out, switched off or out of reach.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>headset bluetooth earphones disconnect</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pedals and clickers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>See what a foot pedal, a clicker or a remote sends, and say what it does.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Set up keys…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>keyboard shortcut remote control gamepad headset media button</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sound</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Volume</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Of the tones, beside your computer’s own volume.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>loud quiet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sound check</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Plays the tone that begins a hold.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Play a tone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>test</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mute</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>silent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Count in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Three short tones before a countdown ends.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>three two one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Half-way tone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As the system</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Share my history through this folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One that Syncthing, Nextcloud or Dropbox keeps the same on your computers. Sessions, goals and rest weeks go through it; settings, routines and exercises of your own don’t.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>sync devices laptop computers cloud several merge</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Made on days on which something changed. Those of 7 days and 8 weeks are kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>If something is wrong</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Report</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Versions, sizes, the last errors: for who is to help. Nothing personal is in it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy a report</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>doctor diagnose clipboard bug help version log</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Theme</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The colours of the program.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Light</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Text size</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Of the pages. A session’s letters always fill the room that there is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>letters font zoom larger</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Figure</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who shows the exercises.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Teal shirt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Plum shirt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Moss shirt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>person body skin hair clothes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Motion</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How the figure shows an exercise: moving, or in its positions only.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Moving</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reduced</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>animation movement figure</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Language</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No tones and no voice. In a session, M switches them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In the middle of holds of 30 seconds and longer; the voice says it, too.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A change shows when the program starts the next time.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your weeks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Goal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Active days a week, from this week on. Past weeks keep the goal they had.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Weeks start on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The first day of the week, here and in the history.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A day begins at</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A session before this time belongs to the evening before. Past ones stay put.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>midnight night</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reference lines</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>At 5 and 10 minutes a week and leg, in the chart of the minutes held.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>chart history study</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your data</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Where it is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>path files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Backup</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Everything in one file: history, exercises and routines of your own, settings.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back up now…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>save copy zip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Restore</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Puts a backup in the place of what is here, which is backed up first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Restore…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>bring back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your history for other programs, on the History page.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go to export</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>json csv pdf spreadsheet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete everything</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your history and all that you made, for good. You are asked to type a word.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete everything…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>erase remove forget reset</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Automatic backups</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open backups</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>daily weekly safety copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Introduction</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The first three pages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Safety, goal and first leg, and the check from your mat.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show the introduction again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>help welcome tour doctor</source>
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
            <source>By turns</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The tighter one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Voice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Spoken guidance</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Full says each step; cues only the exercise, leg, set, ten seconds, rest. “Full at first” is in the first two sessions of an exercise.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Full at first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Always full</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cues only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>speech talk say level coach</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What was never recorded, as exercises of your own, the system’s voice says.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Recorded</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The system’s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>None</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>speech synthesis</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Speech volume</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Of the voice, beside that of the tones.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How it sounds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Says a sentence.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Test voice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>try hear</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Speech rate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How fast the system’s voice speaks. The recorded one is as it is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>speed slow fast</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep headphones awake</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In a session, so that they don’t swallow the first word. Off saves a little power.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>bluetooth earphones</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Captions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is said, in words on the screen. “Automatic” is when it can’t be heard.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Automatic</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>On</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>subtitles deaf hearing silent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No voice is wanted: sentences are shown as captions.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No sound on this computer: nothing can be heard.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The sound is muted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The volume of the voice is at 0 %.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The voice can’t be heard: {reason}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Exercises of your own have no voice.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Installing hamstring-gui[voice] records them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Installing speech-dispatcher and speech-dispatcher-espeak-ng lets the system say them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Installing speech-dispatcher-espeak-ng lets the system say them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Adding a voice for this language in the system’s settings lets it say them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The system’s voice, which could say them, doesn’t answer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This computer has no voice of its own. Install speech-dispatcher and speech-dispatcher-espeak-ng, or take the recorded voice.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The system has no voice for this language. Install speech-dispatcher-espeak-ng, or take the recorded voice.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The system has no voice for this language. Add one in its settings, or take the recorded voice.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The system’s voice doesn’t answer. Take the recorded voice instead.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reminder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A notification on days that have no session yet. There is none in rest weeks.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>notify notification alarm remember</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reminder days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The days on which there may be one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>weekdays weekend</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reminder time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Later on the same day, once, if the computer was asleep or off.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>time hour</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only until the goal is met</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>For the rest of such a week there is no reminder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Quiet from</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From then on, no reminder comes, not even a late one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>night quiet hours do not disturb</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Quiet until</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The same time as the one above means that there are no quiet hours.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>night morning quiet hours</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remind when Hamstring is closed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A small program waits from when you log in. Nothing of it shows until it reminds you.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>autostart background log in start</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Icon in the system tray</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tells the time left, pauses, and quits. Closing the window still closes Hamstring.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>notification area status menu bar</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>every day</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>spoken</name>
        <message>
            <source>{tens}-{ones}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>zero</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>two</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>three</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>four</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>five</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>six</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>seven</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>eight</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ten</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>eleven</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>twelve</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>thirteen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>fourteen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>fifteen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>sixteen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>seventeen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>eighteen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nineteen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>twenty</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>thirty</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>forty</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>fifty</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>sixty</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>seventy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>eighty</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ninety</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Left leg.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Right leg.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Switch to your left leg.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Switch to your right leg.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>That is %n days this week.</source>
            <translation>
                <numerusform>That is %n day this week.</numerusform>
                <numerusform>That is %n days this week.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>That is {active} of %n days.</source>
            <translation>
                <numerusform>That is {active} of %n day.</numerusform>
                <numerusform>That is {active} of %n days.</numerusform>
            </translation>
        </message>
        <message>
            <source>Both legs.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n repetitions.</source>
            <translation>
                <numerusform>%n repetition.</numerusform>
                <numerusform>%n repetitions.</numerusform>
            </translation>
        </message>
        <message>
            <source>Set {number} of {sets}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next: {exercise}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You need a {thing}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You need: {thing}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One repetition.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Begin.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>That is one of one day.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Roll to one side to get up.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hold.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Half way.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ten seconds.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>And rest.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Press Space when you are ready.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Get ready.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Going on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ten seconds more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A few more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Paused.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Paused while the computer slept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Let go slowly.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Numbness, tingling or sharp pain means: no more of this stretch on this leg today.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>If it stays or comes back, contact your doctor.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Well done.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>summary</name>
        <message>
            <source>Hamstring stretching: summary</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{first} to {last} · %n week(s), the running one included</source>
            <translation>
                <numerusform>{first} to {last} · %n week, the running one</numerusform>
                <numerusform>{first} to {last} · %n weeks, the running one included</numerusform>
            </translation>
        </message>
        <message>
            <source>Made with Hamstring on {day}. Times are what was held by the clock.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A session counts when at least half of its planned time was held; an active day has a session that counts. Minutes per leg are those of hamstring stretches; strength, massage and rest poses are not in them. A set is done when it was held to its end. The days of rest weeks are not in the days that the goals ask for.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n session(s) that count</source>
            <comment>below “3 sessions”, so without them: that count</comment>
            <translation>
                <numerusform>that count</numerusform>
                <numerusform>that count</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>that count, and %n partial</source>
            <comment>below “3 sessions”; %n are others</comment>
            <translation>
                <numerusform>that count, and %n partial</numerusform>
                <numerusform>that count, and %n partial</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>consistency over %n full week(s)</source>
            <translation>
                <numerusform>consistency over %n full week</numerusform>
                <numerusform>consistency over %n full weeks</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n week(s) in a row met the goal</source>
            <comment>below “2 weeks”, so without them: in a row met the goal</comment>
            <translation>
                <numerusform>in a row met the goal</numerusform>
                <numerusform>in a row met the goal</numerusform>
            </translation>
        </message>
        <message>
            <source>active days of those that the goals ask for</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>consistency: no full week yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Active days a week</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Exercises</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Exercise</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dose</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sets done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Time held</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{done} of {planned}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Left {left}, right {right}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stretched with both legs at once, which is in each leg's minutes: {time}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Other stretches: {time}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Strength: {time}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Massage: {time}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rest poses: {time}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Exercises no longer known: {time}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Minutes held per leg, and tightness (0 loose to 10 very tight)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Week of</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n weeks from</source>
            <translation>
                <numerusform>%n week from</numerusform>
                <numerusform>%n weeks from</numerusform>
            </translation>
        </message>
        <message>
            <source>Active days</source>
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
            <source>Tight left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tight right</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{days}, %n rest week(s)</source>
            <translation>
                <numerusform>{days}, %n rest week</numerusform>
                <numerusform>{days}, %n rest weeks</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{days_of_goal}, %n rest week(s)</source>
            <translation>
                <numerusform>{days_of_goal}, %n rest week</numerusform>
                <numerusform>{days_of_goal}, %n rest weeks</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{exercise}, {leg}: %n time(s)</source>
            <translation>
                <numerusform>{exercise}, {leg}: %n time</numerusform>
                <numerusform>{exercise}, {leg}: %n times</numerusform>
            </translation>
        </message>
        <message>
            <source>{day}, after {held} of {planned}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{stop}: {note}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{days} of {goal}</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n session(s)</source>
            <translation>
                <numerusform>%n session</numerusform>
                <numerusform>%n sessions</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n week(s)</source>
            <translation>
                <numerusform>%n week</numerusform>
                <numerusform>%n weeks</numerusform>
            </translation>
        </message>
        <message>
            <source>Tightness left: {first} in the first 4 rated weeks, {last} in the last 4.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tightness right: {first} in the first 4 rated weeks, {last} in the last 4.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stopped for pain</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not once in this time.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Notes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{day}, {routine}</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>today</name>
        <message numerus="yes">
            <source>%n week(s) in a row</source>
            <comment>below the number, so without it: weeks in a row</comment>
            <translation>
                <numerusform>week in a row</numerusform>
                <numerusform>weeks in a row</numerusform>
            </translation>
        </message>
        <message>
            <source>no full week yet</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>over %n week(s)</source>
            <translation>
                <numerusform>over %n week</numerusform>
                <numerusform>over %n weeks</numerusform>
            </translation>
        </message>
        <message>
            <source>Tightness {leg} since {since}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tightness {move} since {since}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tightness {left} · {right} since {since}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>L {move}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>R {move}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{before} → {now}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{routine}, interrupted at {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{routine}, interrupted yesterday at {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{routine}, interrupted ({when})</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{routine}, interrupted at {time}: {held} of %n hold(s)</source>
            <translation>
                <numerusform>{routine}, interrupted at {time}: {held} of %n hold</numerusform>
                <numerusform>{routine}, interrupted at {time}: {held} of %n holds</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{routine}, interrupted yesterday at {time}: {held} of %n hold(s)</source>
            <translation>
                <numerusform>{routine}, interrupted yesterday at {time}: {held} of %n hold</numerusform>
                <numerusform>{routine}, interrupted yesterday at {time}: {held} of %n holds</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{routine}, interrupted ({when}): {held} of %n hold(s)</source>
            <translation>
                <numerusform>{routine}, interrupted ({when}): {held} of %n hold</numerusform>
                <numerusform>{routine}, interrupted ({when}): {held} of %n holds</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{routine}, interrupted at {time}: {held} of %n set(s)</source>
            <translation>
                <numerusform>{routine}, interrupted at {time}: {held} of %n set</numerusform>
                <numerusform>{routine}, interrupted at {time}: {held} of %n sets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{routine}, interrupted yesterday at {time}: {held} of %n set(s)</source>
            <translation>
                <numerusform>{routine}, interrupted yesterday at {time}: {held} of %n set</numerusform>
                <numerusform>{routine}, interrupted yesterday at {time}: {held} of %n sets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{routine}, interrupted ({when}): {held} of %n set(s)</source>
            <translation>
                <numerusform>{routine}, interrupted ({when}): {held} of %n set</numerusform>
                <numerusform>{routine}, interrupted ({when}): {held} of %n sets</numerusform>
            </translation>
        </message>
        <message>
            <source>You have time to lie down, then it goes on: {place}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You have time to kneel down, then it goes on: {place}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You have time to sit down, then it goes on: {place}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You have time to stand up, then it goes on: {place}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You have time to get into position, then it goes on: {place}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You stopped for pain. If it stays or comes back, contact your doctor before you go on.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>unwritten</name>
        <message numerus="yes">
            <source>%n session(s) that could not be written before are in your history now.</source>
            <translation>
                <numerusform>%n session that could not be written before is in your history now.</numerusform>
                <numerusform>%n sessions that could not be written before are in your history now.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>waiting</name>
        <message>
            <source>This was called off: nothing was changed.</source>
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
            <source>{number} / {sets}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{time} left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Roll to one side to get up.</source>
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
            <source>Left leg next</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Right leg next</source>
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
        <message>
            <source> · </source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{exercise}: {note}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{leg} of stretching a leg, {other} other</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{leg} of stretching a leg</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n hold(s) cut short</source>
            <translation>
                <numerusform>%n hold cut short</numerusform>
                <numerusform>%n holds cut short</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n set(s) cut short</source>
            <translation>
                <numerusform>%n set cut short</numerusform>
                <numerusform>%n sets cut short</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{held} of %n hold(s)</source>
            <translation>
                <numerusform>{held} of %n hold</numerusform>
                <numerusform>{held} of %n holds</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{held} of %n set(s)</source>
            <translation>
                <numerusform>{held} of %n set</numerusform>
                <numerusform>{held} of %n sets</numerusform>
            </translation>
        </message>
        <message>
            <source>{time} of massage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{sets}, {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>interrupted after {time}</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>interrupted after %n set(s), {time}</source>
            <translation>
                <numerusform>interrupted after %n set, {time}</numerusform>
                <numerusform>interrupted after %n sets, {time}</numerusform>
            </translation>
        </message>
        <message>
            <source>L {left} · R {right}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>–</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>L {left} · R {right} %</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{percent} %</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No sound on this computer: no tone can be heard.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The tones are muted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The volume of the tones is at 0 %.</source>
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
            <source>You need nothing but room to lie or stand.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You need: {things}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>If you like: {more}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You need: {things}. If you like: {more}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{other} of rest poses</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{other} of strength</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{other} of massage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{other} of other stretches</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{other} other, no hamstring stretch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{number} of {pages}</source>
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
            <source>{day} · this is a rest week</source>
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
            <source>Rest week · %n day(s) · {time} held</source>
            <translation>
                <numerusform>Rest week · %n day · {time} held</numerusform>
                <numerusform>Rest week · %n days · {time} held</numerusform>
            </translation>
        </message>
        <message>
            <source>Rest week</source>
            <translation type="unfinished" />
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
            <source>A rest week. Active days: {days}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Active days: {days}. Goal of this first week: {goal}.</source>
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
        <message>
            <source>Today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Yesterday</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>interrupted after %n hold(s), {time}</source>
            <translation>
                <numerusform>interrupted after %n hold, {time}</numerusform>
                <numerusform>interrupted after %n holds, {time}</numerusform>
            </translation>
        </message>
        <message>
            <source>{held}, stopped for pain</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{sets}, %n cut short</source>
            <translation>
                <numerusform>{sets}, %n cut short</numerusform>
                <numerusform>{sets}, %n cut short</numerusform>
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
            <source>L {left}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>R {right}</source>
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
            <source>{time}, and your waits</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{time} in all</source>
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
            <source>As in Settings</source>
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
        <message numerus="yes">
            <source>%n active day(s) in this rest week</source>
            <translation>
                <numerusform>%n active day in this rest week</numerusform>
                <numerusform>%n active days in this rest week</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{active} of %n day(s)</source>
            <translation>
                <numerusform>{active} of %n day</numerusform>
                <numerusform>{active} of %n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{days}: this week’s goal is met, %n weeks in a row</source>
            <translation>
                <numerusform>{days}: this week’s goal is met, %n weeks in a row</numerusform>
                <numerusform>{days}: this week’s goal is met, %n weeks in a row</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{active} of %n day(s): this week’s goal is met</source>
            <translation>
                <numerusform>{active} of %n day: this week’s goal is met</numerusform>
                <numerusform>{active} of %n days: this week’s goal is met</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{active} of %n day(s) this week, and its goal is met</source>
            <translation>
                <numerusform>{active} of %n day this week, and its goal is met</numerusform>
                <numerusform>{active} of %n days this week, and its goal is met</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{active} of %n day(s) this week</source>
            <translation>
                <numerusform>{active} of %n day this week</numerusform>
                <numerusform>{active} of %n days this week</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>You met your goal in each of the last %n complete weeks.</source>
            <translation>
                <numerusform>You met your goal in the last complete week.</numerusform>
                <numerusform>You met your goal in each of the last %n complete weeks.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>You met your goal in none of the last %n complete weeks.</source>
            <translation>
                <numerusform>You met your goal in none of the last %n complete weeks.</numerusform>
                <numerusform>You met your goal in none of the last %n complete weeks.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>You met your goal in {met} of the last %n complete weeks.</source>
            <translation>
                <numerusform>You met your goal in {met} of the last %n complete week.</numerusform>
                <numerusform>You met your goal in {met} of the last %n complete weeks.</numerusform>
            </translation>
        </message>
        <message>
            <source>You met your goal in the week of {day}.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>In the week of {day} you had {active} of %n active day(s).</source>
            <translation>
                <numerusform>In the week of {day} you had {active} of %n active day.</numerusform>
                <numerusform>In the week of {day} you had {active} of %n active days.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{days} of %n days so far this week.</source>
            <translation>
                <numerusform>{days} of %n day so far this week.</numerusform>
                <numerusform>{days} of %n days so far this week.</numerusform>
            </translation>
        </message>
        <message>
            <source>Time to stretch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open Hamstring</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{title}. {text}</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>