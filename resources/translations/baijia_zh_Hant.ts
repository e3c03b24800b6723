<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_Hant" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About 百家</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reader for one question and many people&apos;s answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Converts with OpenCC&apos;s dictionaries, finds words with jieba, is set in Noto Serif (OFL).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your notes stay on this computer, in {folder}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Action</name>
    <message>
        <source>Gamboge (Yellow)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Malachite (Green)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indigo (Blue)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rouge (Pink)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Highlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Note…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ne&amp;xt Annotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre&amp;vious Annotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light Up the Selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add a Keyword…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put &amp;Out All Keywords</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next Key&amp;word Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous Keyword Pla&amp;ce</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;Notes in the File Manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy Ori&amp;ginal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find Ne&amp;xt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find Pre&amp;vious</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taiwan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taiwan, with Its Vocabulary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hong Kong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenCC Standard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mainland</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mainland, with Its Vocabulary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From Hong Kong Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Flip the Script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Traditional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Simplified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As &amp;Detected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Traditional Characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Simplified Characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next Author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous Author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the &amp;Authors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the &amp;Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the N&amp;otes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Larger Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;maller Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual Text Si&amp;ze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Authors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Command Palette…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About 百家</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AuthorModel</name>
    <message>
        <source>The question</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln keyword(s) lit</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unread</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Keyword {term}, {places}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyword {term}, {places}, lit</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) in this answer</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{term}: {here}
Click to light it</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln in the thread</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{term}: {here}, {total}
Click to put it out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run a command</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Found: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find, in either script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the search (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeywordBar</name>
    <message>
        <source>Keywords</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a keyword…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More keywords</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A word of the thread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyword to light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put out this light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light this keyword</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put out all lights</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>Some notes could not be saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close and Lose Them</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Threads (*.txt *.md *.text);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a thread</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>Traditional &amp;Written as in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simplified Written as &amp;in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This &amp;Thread Is Written in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a &amp;Shipped Thread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Encoding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Annotate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None Yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScriptSelector</name>
    <message>
        <source>Script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You said that this text is written in traditional characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You said that this text is written in simplified characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text is written in traditional characters, as detected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text is written in simplified characters, as detected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text is written in</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>“{name}” is not there any more: it was moved, renamed or deleted. Open it from where it is now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is a folder. Open one of the text files in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” may not be read by you. Ask its owner for the right to read it, or open a copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” could not be read. See whether its disk is connected, then open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” holds no text. Open another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is not a text file. Save the thread as plain text and open that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” can&apos;t be read in this encoding. Choose another under File, Encoding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is larger than 64 MiB, too large for one thread. Split it and open a part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file with the notes on “{name}” is gone. They were brought back from their second copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last save of the notes on “{name}” was cut short. They were completed from their second copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The notes on “{name}” were changed in two places. Both were kept, brought together in one list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file with the notes on “{name}” is damaged. It was set aside unchanged, beside {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file with the notes on “{name}” is damaged and could not be copied. To lose nothing, no notes can be made until you have moved {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The notes on “{name}” may not be read, so none can be made. See to the rights of {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The notes on “{name}” were written by a newer version of this program. They can be read here, not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some notes on “{name}” are of a kind this version can&apos;t show. They are kept as they are, in {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The notes on this thread can be read but not changed, because their file can&apos;t be written to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The note was deleted. Undo brings it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your notes could not be saved: {reason}. They are kept here and tried again every few seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your notes are not saved yet. They are kept here and tried again every few seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your notes are saved again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{term}” is nowhere in this thread.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keywords could not be found. Reading and notes go on; you can add keywords yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file manager answered. The file is at {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not a file on this computer. Save it first, then drop the file.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
