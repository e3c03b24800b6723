<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Announcer</name>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n author(s) listed</source>
        <translation>
            <numerusform>%n author listed</numerusform>
            <numerusform>%n authors listed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AuthorModel</name>
    <message numerus="yes">
        <source>%Ln only commented</source>
        <translation>
            <numerusform>%Ln only commented</numerusform>
            <numerusform>%Ln only commented</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln answer(s) gone</source>
        <translation>
            <numerusform>%Ln answer gone</numerusform>
            <numerusform>%Ln answers gone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>wrote %Ln comment(s)</source>
        <translation>
            <numerusform>wrote %Ln comment</numerusform>
            <numerusform>wrote %Ln comments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln answer(s)</source>
        <translation>
            <numerusform>%Ln answer</numerusform>
            <numerusform>%Ln answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>%Ln character</numerusform>
            <numerusform>%Ln characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln comment(s) on it</source>
        <translation>
            <numerusform>%Ln comment on it</numerusform>
            <numerusform>%Ln comments on it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln edited</source>
        <translation>
            <numerusform>%Ln edited</numerusform>
            <numerusform>%Ln edited</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln gone since</source>
        <translation>
            <numerusform>%Ln gone since</numerusform>
            <numerusform>%Ln gone since</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln vote(s)</source>
        <translation>
            <numerusform>%Ln vote</numerusform>
            <numerusform>%Ln votes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s)</source>
        <translation>
            <numerusform>%Ln note</numerusform>
            <numerusform>%Ln notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) found</source>
        <translation>
            <numerusform>%Ln place found</numerusform>
            <numerusform>%Ln places found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation>
            <numerusform>%Ln place</numerusform>
            <numerusform>%Ln places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AuthorsDialog</name>
    <message numerus="yes">
        <source>%Ln author(s)</source>
        <translation>
            <numerusform>%Ln author</numerusform>
            <numerusform>%Ln authors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) by you</source>
        <translation>
            <numerusform>%Ln line by you</numerusform>
            <numerusform>%Ln lines by you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CellSentences</name>
    <message numerus="yes">
        <source>%n other(s) do.</source>
        <translation>
            <numerusform>%n other does.</numerusform>
            <numerusform>%n others do.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{author} says {term} %n time(s), {rate} per thousand characters</source>
        <translation>
            <numerusform>{author} says {term} %n time, {rate} per thousand characters</numerusform>
            <numerusform>{author} says {term} %n times, {rate} per thousand characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{term}: %n time(s) in all</source>
        <translation>
            <numerusform>{term}: %n time in all</numerusform>
            <numerusform>{term}: %n times in all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>said by {users} of %n author(s)</source>
        <translation>
            <numerusform>said by {users} of %n author</numerusform>
            <numerusform>said by {users} of %n authors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{author} wrote %n character(s)</source>
        <translation>
            <numerusform>{author} wrote %n character</numerusform>
            <numerusform>{author} wrote %n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and uses {used} of these %n term(s)</source>
        <translation>
            <numerusform>and uses {used} of this %n term</numerusform>
            <numerusform>and uses {used} of these %n terms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>by that, the most of all %n</source>
        <translation>
            <numerusform>by that, the most of all %n</numerusform>
            <numerusform>by that, the most of all %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the most of all %n</source>
        <translation>
            <numerusform>the most of all %n</numerusform>
            <numerusform>the most of all %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>no one says it more; %n other(s) say it as much</source>
        <translation>
            <numerusform>no one says it more; %n other says it as much</numerusform>
            <numerusform>no one says it more; %n others say it as much</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s) of {count} say it more</source>
        <translation>
            <numerusform>%n other of {count} says it more</numerusform>
            <numerusform>%n others of {count} say it more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation>
            <numerusform>%Ln place</numerusform>
            <numerusform>%Ln places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) in this answer</source>
        <translation>
            <numerusform>%Ln place in this answer</numerusform>
            <numerusform>%Ln places in this answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in the thread</source>
        <translation>
            <numerusform>%Ln in the thread</numerusform>
            <numerusform>%Ln in the thread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConcordanceView</name>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation>
            <numerusform>%Ln place</numerusform>
            <numerusform>%Ln places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln author(s)</source>
        <translation>
            <numerusform>%Ln author</numerusform>
            <numerusform>%Ln authors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CorrectionForm</name>
    <message numerus="yes">
        <source>A correction can have %n character(s) on each side.</source>
        <translation>
            <numerusform>A correction can have %n character on each side.</numerusform>
            <numerusform>A correction can have %n characters on each side.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CorrectionsDialog</name>
    <message numerus="yes">
        <source>And %n more line(s).</source>
        <translation>
            <numerusform>And %n more line.</numerusform>
            <numerusform>And %n more lines.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FactWords</name>
    <message numerus="yes">
        <source>%Ln upvote(s)</source>
        <translation>
            <numerusform>%Ln upvote</numerusform>
            <numerusform>%Ln upvotes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FoldLine</name>
    <message numerus="yes">
        <source>%Ln comment(s)</source>
        <translation>
            <numerusform>%Ln comment</numerusform>
            <numerusform>%Ln comments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s)</source>
        <translation>
            <numerusform>%Ln note</numerusform>
            <numerusform>%Ln notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lit</source>
        <translation>
            <numerusform>%Ln lit</numerusform>
            <numerusform>%Ln lit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln found</numerusform>
            <numerusform>%Ln found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NameModel</name>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation>
            <numerusform>%Ln place</numerusform>
            <numerusform>%Ln places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NamesDialog</name>
    <message numerus="yes">
        <source>%Ln said by you</source>
        <translation>
            <numerusform>%Ln said by you</numerusform>
            <numerusform>%Ln said by you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln name(s)</source>
        <translation>
            <numerusform>%Ln name</numerusform>
            <numerusform>%Ln names</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotesModel</name>
    <message numerus="yes">
        <source>%n possible place(s)</source>
        <translation>
            <numerusform>%n possible place</numerusform>
            <numerusform>%n possible places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PageHeading</name>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>%Ln character</numerusform>
            <numerusform>%Ln characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>about %n minute</numerusform>
            <numerusform>about %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PairHead</name>
    <message numerus="yes">
        <source>%Ln time(s)</source>
        <translation>
            <numerusform>%Ln time</numerusform>
            <numerusform>%Ln times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message numerus="yes">
        <source>%Ln note(s)</source>
        <translation>
            <numerusform>%Ln note</numerusform>
            <numerusform>%Ln notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation>
            <numerusform>%Ln place</numerusform>
            <numerusform>%Ln places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln author(s)</source>
        <translation>
            <numerusform>%Ln author</numerusform>
            <numerusform>%Ln authors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message numerus="yes">
        <source>%Ln author(s)</source>
        <translation>
            <numerusform>%Ln author</numerusform>
            <numerusform>%Ln authors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>%Ln character</numerusform>
            <numerusform>%Ln characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s)</source>
        <translation>
            <numerusform>%Ln note</numerusform>
            <numerusform>%Ln notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln answer(s)</source>
        <translation>
            <numerusform>%Ln answer</numerusform>
            <numerusform>%Ln answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln comment(s)</source>
        <translation>
            <numerusform>%Ln comment</numerusform>
            <numerusform>%Ln comments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StripeSentences</name>
    <message numerus="yes">
        <source>{term} %n time(s)</source>
        <translation>
            <numerusform>{term} %n time</numerusform>
            <numerusform>{term} %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagDialog</name>
    <message numerus="yes">
        <source>Tags to add to %n note(s):</source>
        <translation>
            <numerusform>Tags to add to %n note:</numerusform>
            <numerusform>Tags to add to %n notes:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TermWording</name>
    <message numerus="yes">
        <source>%Ln time(s) in this one</source>
        <translation>
            <numerusform>%Ln time in this one</numerusform>
            <numerusform>%Ln times in this one</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln time(s) in this answer</source>
        <translation>
            <numerusform>%Ln time in this answer</numerusform>
            <numerusform>%Ln times in this answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in all</source>
        <translation>
            <numerusform>%Ln in all</numerusform>
            <numerusform>%Ln in all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{term} stands %Ln time(s) in {some} of {all} answers</source>
        <translation>
            <numerusform>{term} stands %Ln time in {some} of {all} answers</numerusform>
            <numerusform>{term} stands %Ln times in {some} of {all} answers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ThreadChooser</name>
    <message numerus="yes">
        <source>There are %n thread(s) here:</source>
        <translation>
            <numerusform>There is %n thread here:</numerusform>
            <numerusform>There are %n threads here:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln answer(s)</source>
        <translation>
            <numerusform>%Ln answer</numerusform>
            <numerusform>%Ln answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln comment(s)</source>
        <translation>
            <numerusform>%Ln comment</numerusform>
            <numerusform>%Ln comments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UntagDialog</name>
    <message numerus="yes">
        <source>Tag to remove from %n note(s):</source>
        <translation>
            <numerusform>Tag to remove from %n note:</numerusform>
            <numerusform>Tag to remove from %n notes:</numerusform>
        </translation>
    </message>
</context>
</TS>
