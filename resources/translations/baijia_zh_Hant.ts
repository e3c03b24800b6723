<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_Hant" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About 百家</source>
        <translation>關於百家</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>版本 {version}</translation>
    </message>
    <message>
        <source>A reader for one question and many people&apos;s answers.</source>
        <translation>細讀一個問題，與眾人的回答。</translation>
    </message>
    <message>
        <source>Converts with OpenCC&apos;s dictionaries, finds words with jieba, is set in Noto Serif (OFL).</source>
        <translation>繁簡轉換用 OpenCC 詞典，斷詞用 jieba，內文用 Noto Serif 字型（OFL 授權）。</translation>
    </message>
    <message>
        <source>Your notes stay on this computer, in {folder}</source>
        <translation>批註只存放在這部電腦：{folder}</translation>
    </message>
</context>
<context>
    <name>Action</name>
    <message>
        <source>Gamboge (Yellow)</source>
        <translation>藤黃（黃）</translation>
    </message>
    <message>
        <source>Malachite (Green)</source>
        <translation>石綠（綠）</translation>
    </message>
    <message>
        <source>Indigo (Blue)</source>
        <translation>花青（藍）</translation>
    </message>
    <message>
        <source>Rouge (Pink)</source>
        <translation>胭脂（粉紅）</translation>
    </message>
    <message>
        <source>&amp;Highlight</source>
        <translation>標示(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Note…</source>
        <translation>寫批註(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>刪除批註(&amp;D)</translation>
    </message>
    <message>
        <source>Ne&amp;xt Annotation</source>
        <translation>下一條批註(&amp;X)</translation>
    </message>
    <message>
        <source>Pre&amp;vious Annotation</source>
        <translation>上一條批註(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Light Up the Selection</source>
        <translation>點亮選取的詞(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Add a Keyword…</source>
        <translation>加關鍵字(&amp;A)…</translation>
    </message>
    <message>
        <source>Put &amp;Out All Keywords</source>
        <translation>熄滅所有關鍵字(&amp;O)</translation>
    </message>
    <message>
        <source>Next Key&amp;word Place</source>
        <translation>下一處關鍵字(&amp;W)</translation>
    </message>
    <message>
        <source>Previous Keyword Pla&amp;ce</source>
        <translation>上一處關鍵字(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>開啟(&amp;O)…</translation>
    </message>
    <message>
        <source>Show &amp;Notes in the File Manager</source>
        <translation>在檔案管理員中顯示批註檔(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>結束(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>復原(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>複製(&amp;C)</translation>
    </message>
    <message>
        <source>Copy Ori&amp;ginal</source>
        <translation>複製原文(&amp;G)</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>全選(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>尋找(&amp;F)…</translation>
    </message>
    <message>
        <source>Find Ne&amp;xt</source>
        <translation>找下一個(&amp;X)</translation>
    </message>
    <message>
        <source>Find Pre&amp;vious</source>
        <translation>找上一個(&amp;V)</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>標準</translation>
    </message>
    <message>
        <source>Taiwan</source>
        <translation>臺灣</translation>
    </message>
    <message>
        <source>Taiwan, with Its Vocabulary</source>
        <translation>臺灣（連同用詞）</translation>
    </message>
    <message>
        <source>Hong Kong</source>
        <translation>香港</translation>
    </message>
    <message>
        <source>OpenCC Standard (喫, 羣, 裏)</source>
        <translation>OpenCC 標準（喫、羣、裏）</translation>
    </message>
    <message>
        <source>Mainland</source>
        <translation>大陸</translation>
    </message>
    <message>
        <source>Mainland, with Its Vocabulary</source>
        <translation>大陸（連同用詞）</translation>
    </message>
    <message>
        <source>From Hong Kong Text</source>
        <translation>由香港繁體轉換</translation>
    </message>
    <message>
        <source>OpenCC Standard (看著)</source>
        <translation>OpenCC 標準（看著）</translation>
    </message>
    <message>
        <source>&amp;Flip the Script</source>
        <translation>切換繁簡(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Original</source>
        <translation>原文(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Traditional</source>
        <translation>繁體(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Simplified</source>
        <translation>簡體(&amp;S)</translation>
    </message>
    <message>
        <source>As &amp;Detected</source>
        <translation>自動偵測(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Traditional Characters</source>
        <translation>繁體字(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Simplified Characters</source>
        <translation>簡體字(&amp;S)</translation>
    </message>
    <message>
        <source>As the System</source>
        <translation>跟隨系統</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Go to the &amp;Authors</source>
        <translation>移到作者列(&amp;A)</translation>
    </message>
    <message>
        <source>Go to the &amp;Page</source>
        <translation>移到內文(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Larger Text</source>
        <translation>放大文字(&amp;L)</translation>
    </message>
    <message>
        <source>S&amp;maller Text</source>
        <translation>縮小文字(&amp;M)</translation>
    </message>
    <message>
        <source>Usual Text Si&amp;ze</source>
        <translation>還原文字大小(&amp;Z)</translation>
    </message>
    <message>
        <source>Ne&amp;xt Author</source>
        <translation>下一位作者(&amp;X)</translation>
    </message>
    <message>
        <source>Pre&amp;vious Author</source>
        <translation>上一位作者(&amp;V)</translation>
    </message>
    <message>
        <source>Go to the Not&amp;es</source>
        <translation>移到批註欄(&amp;E)</translation>
    </message>
    <message>
        <source>Autho&amp;rs</source>
        <translation>作者列(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Notes</source>
        <translation>批註欄(&amp;N)</translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation>全螢幕(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Shortcuts</source>
        <translation>快速鍵(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Command Palette…</source>
        <translation>指令面板(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;About 百家</source>
        <translation>關於百家(&amp;A)</translation>
    </message>
</context>
<context>
    <name>AnswerPage</name>
    <message>
        <source>The question</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>尚未開啟問答</translation>
    </message>
    <message>
        <source>{author}: the answer</source>
        <translation>{author}的回答</translation>
    </message>
    <message>
        <source>Answer {number} of {total}</source>
        <translation>第 {number} 答，共 {total} 答</translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>%Ln 字</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>約 %n 分鐘</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a thread, or drop a file here.</source>
        <translation>開啟一篇問答，或把檔案拖到這裡。</translation>
    </message>
</context>
<context>
    <name>AuthorModel</name>
    <message>
        <source>The question</source>
        <translation>問題</translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>%Ln 字</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s)</source>
        <translation>
            <numerusform>%Ln 批</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln keyword(s) lit</source>
        <translation>
            <numerusform>點亮的關鍵字 %Ln 處</numerusform>
        </translation>
    </message>
    <message>
        <source>read</source>
        <translation>已讀</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>未讀</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation>
            <numerusform>%Ln 處</numerusform>
        </translation>
    </message>
    <message>
        <source>Keyword {term}, {places}</source>
        <translation>關鍵字「{term}」，{places}</translation>
    </message>
    <message>
        <source>Keyword {term}, {places}, lit</source>
        <translation>關鍵字「{term}」，{places}，已點亮</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) in this answer</source>
        <translation>
            <numerusform>本答 %Ln 處</numerusform>
        </translation>
    </message>
    <message>
        <source>{term}: {here}
Click to light it</source>
        <translation>{term}：{here}
按一下點亮</translation>
    </message>
    <message numerus="yes">
        <source>%Ln in the thread</source>
        <translation>
            <numerusform>全篇 %Ln 處</numerusform>
        </translation>
    </message>
    <message>
        <source>{term}: {here}, {total}
Click to put it out</source>
        <translation>{term}：{here}，{total}
按一下熄滅</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>指令面板</translation>
    </message>
    <message>
        <source>Run a command</source>
        <translation>執行指令</translation>
    </message>
    <message>
        <source>No command of that name</source>
        <translation>沒有這個指令</translation>
    </message>
</context>
<context>
    <name>FilterStrip</name>
    <message>
        <source>Filter notes</source>
        <translation>篩選批註</translation>
    </message>
    <message>
        <source>This answer</source>
        <translation>本答</translation>
    </message>
    <message>
        <source>Show only the notes on this answer</source>
        <translation>只顯示本答的批註</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Found: {count}</source>
        <translation>找到：{count}</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>尋找</translation>
    </message>
    <message>
        <source>Find, in either script</source>
        <translation>尋找，不分繁簡</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清除尋找</translation>
    </message>
    <message>
        <source>Clear the search (Esc)</source>
        <translation>清除尋找（Esc）</translation>
    </message>
</context>
<context>
    <name>KeywordBar</name>
    <message>
        <source>Keywords</source>
        <translation>關鍵字</translation>
    </message>
    <message>
        <source>Add a keyword…</source>
        <translation>加關鍵字…</translation>
    </message>
    <message>
        <source>More keywords</source>
        <translation>更多關鍵字</translation>
    </message>
    <message>
        <source>Keyword</source>
        <translation>關鍵字</translation>
    </message>
    <message>
        <source>Keyword to light</source>
        <translation>要點亮的關鍵字</translation>
    </message>
    <message>
        <source>Put out this light</source>
        <translation>熄滅這個關鍵字</translation>
    </message>
    <message>
        <source>Light this keyword</source>
        <translation>點亮這個關鍵字</translation>
    </message>
    <message>
        <source>Put out all lights</source>
        <translation>全部熄滅</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>Some notes could not be saved.</source>
        <translation>有些批註未能儲存。</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>再試一次</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>先不關閉</translation>
    </message>
    <message>
        <source>Close and Lose Them</source>
        <translation>關閉並捨棄</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Threads (*.txt *.md *.text);;All files (*)</source>
        <translation>問答檔 (*.txt *.md *.text);;所有檔案 (*)</translation>
    </message>
    <message>
        <source>Open a thread</source>
        <translation>開啟問答</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>Traditional &amp;Written as in</source>
        <translation>繁體寫法(&amp;W)</translation>
    </message>
    <message>
        <source>Simplified Written as &amp;in</source>
        <translation>簡體寫法(&amp;I)</translation>
    </message>
    <message>
        <source>This Threa&amp;d Is Written in</source>
        <translation>原文用字(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>檔案(&amp;F)</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>最近開啟(&amp;R)</translation>
    </message>
    <message>
        <source>Open a &amp;Shipped Thread</source>
        <translation>開啟內附問答(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Encoding</source>
        <translation>編碼(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編輯(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>檢視(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>外觀(&amp;C)</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>介面語言(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Annotate</source>
        <translation>批註(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>說明(&amp;H)</translation>
    </message>
    <message>
        <source>None Yet</source>
        <translation>尚無</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Your note</source>
        <translation>寫下批註</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>批註</translation>
    </message>
    <message>
        <source>Tags, separated by spaces</source>
        <translation>標籤，以空格分隔</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>標籤</translation>
    </message>
</context>
<context>
    <name>NotesList</name>
    <message>
        <source>Edit the Note</source>
        <translation>編輯批註</translation>
    </message>
    <message>
        <source>Copy the Quote</source>
        <translation>複製引文</translation>
    </message>
    <message>
        <source>Copy the Original Quote</source>
        <translation>複製引文原文</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
</context>
<context>
    <name>NotesModel</name>
    <message>
        <source>The question</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>No certain place in this text</source>
        <translation>文中位置不詳</translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>Notes</source>
        <translation>批註</translation>
    </message>
    <message>
        <source>Show all notes</source>
        <translation>顯示所有批註</translation>
    </message>
    <message>
        <source>Select a passage, then press H to highlight it or N to write a note.</source>
        <translation>選取一段文字，按 H 標示，按 N 寫批註。</translation>
    </message>
    <message>
        <source>{shown} of {count} shown</source>
        <translation>顯示 {shown} 條，共 {count} 條</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close (Esc)</source>
        <translation>關閉（Esc）</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>關閉這則通知</translation>
    </message>
</context>
<context>
    <name>ScriptSelector</name>
    <message>
        <source>Script</source>
        <translation>繁簡</translation>
    </message>
    <message>
        <source>You said that this text is written in traditional characters</source>
        <translation>原文為繁體字（由您指定）</translation>
    </message>
    <message>
        <source>You said that this text is written in simplified characters</source>
        <translation>原文為簡體字（由您指定）</translation>
    </message>
    <message>
        <source>This text is written in traditional characters, as detected</source>
        <translation>原文為繁體字（自動偵測）</translation>
    </message>
    <message>
        <source>This text is written in simplified characters, as detected</source>
        <translation>原文為簡體字（自動偵測）</translation>
    </message>
    <message>
        <source>This text is written in</source>
        <translation>原文用字</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>“{name}” is not there any more: it was moved, renamed or deleted. Open it from where it is now.</source>
        <translation>這裡沒有「{name}」：可能已移動、改名或刪除，也可能打錯了名稱。</translation>
    </message>
    <message>
        <source>“{name}” is a folder. Open one of the text files in it.</source>
        <translation>「{name}」是資料夾。請開啟其中的文字檔。</translation>
    </message>
    <message>
        <source>“{name}” may not be read by you. Ask its owner for the right to read it, or open a copy.</source>
        <translation>您沒有讀取「{name}」的權限。請向擁有者要求讀取權限，或開啟一份副本。</translation>
    </message>
    <message>
        <source>“{name}” could not be read. See whether its disk is connected, then open it again.</source>
        <translation>無法讀取「{name}」。請確認所在的磁碟已連接，再開啟一次。</translation>
    </message>
    <message>
        <source>“{name}” holds no text. Open another file.</source>
        <translation>「{name}」沒有文字。請開啟別的檔案。</translation>
    </message>
    <message>
        <source>“{name}” is not a text file. Save the thread as plain text and open that.</source>
        <translation>「{name}」不是文字檔。請把問答另存為純文字檔再開啟。</translation>
    </message>
    <message>
        <source>“{name}” can&apos;t be read in this encoding. Choose another under File, Encoding.</source>
        <translation>無法以這種編碼讀取「{name}」。請在「檔案」選單的「編碼」中另選一種。</translation>
    </message>
    <message>
        <source>“{name}” is larger than 64 MiB, too large for one thread. Split it and open a part.</source>
        <translation>「{name}」超過 64 MiB，作為一篇問答太大了。請分成幾份，再開啟其中一份。</translation>
    </message>
    <message>
        <source>The file with the notes on “{name}” is gone. They were brought back from their second copy.</source>
        <translation>「{name}」的批註檔不見了。批註已從備份副本取回。</translation>
    </message>
    <message>
        <source>The last save of the notes on “{name}” was cut short. They were completed from their second copy.</source>
        <translation>「{name}」的批註上次儲存時中斷。已從備份副本補全。</translation>
    </message>
    <message>
        <source>The notes on “{name}” were changed in two places. Both were kept, brought together in one list.</source>
        <translation>「{name}」的批註在兩處都有更動。兩邊都已保留，合為一份。</translation>
    </message>
    <message>
        <source>The file with the notes on “{name}” is damaged. It was set aside unchanged, beside {file}</source>
        <translation>「{name}」的批註檔已損壞。已原樣留存一份，就在 {file} 旁邊</translation>
    </message>
    <message>
        <source>The file with the notes on “{name}” is damaged and could not be copied. To lose nothing, no notes can be made until you have moved {file}</source>
        <translation>「{name}」的批註檔已損壞，且無法複製。為免遺失內容，請先移走這個檔案，才能再寫批註：{file}</translation>
    </message>
    <message>
        <source>The notes on “{name}” may not be read, so none can be made. See to the rights of {file}</source>
        <translation>沒有讀取「{name}」批註的權限，所以也不能寫批註。請檢查檔案權限：{file}</translation>
    </message>
    <message>
        <source>The notes on “{name}” were written by a newer version of this program. They can be read here, not changed.</source>
        <translation>「{name}」的批註由較新版本的百家寫成。在這裡可以閱讀，不能更改。</translation>
    </message>
    <message>
        <source>Some notes on “{name}” are of a kind this version can&apos;t show. They are kept as they are, in {file}</source>
        <translation>「{name}」有些批註屬於此版本無法顯示的類型。已原樣保留：{file}</translation>
    </message>
    <message>
        <source>The notes on this thread can be read but not changed, because their file can&apos;t be written to.</source>
        <translation>這篇問答的批註可以閱讀，不能更改，因為批註檔無法寫入。</translation>
    </message>
    <message>
        <source>The note was deleted. Undo brings it back.</source>
        <translation>批註已刪除。可用「復原」取回。</translation>
    </message>
    <message>
        <source>Your notes could not be saved: {reason}. They are kept here and tried again every few seconds.</source>
        <translation>未能儲存批註：{reason}。批註仍保留在此，每隔幾秒會再試一次。</translation>
    </message>
    <message>
        <source>Your notes are not saved yet. They are kept here and tried again every few seconds.</source>
        <translation>批註尚未儲存。批註仍保留在此，每隔幾秒會再試一次。</translation>
    </message>
    <message>
        <source>Your notes are saved again.</source>
        <translation>批註已恢復儲存。</translation>
    </message>
    <message>
        <source>“{term}” is nowhere in this thread.</source>
        <translation>這篇問答裡沒有「{term}」。</translation>
    </message>
    <message>
        <source>The keywords could not be found. Reading and notes go on; you can add keywords yourself.</source>
        <translation>未能找出關鍵字。閱讀和批註不受影響；您也可以自行加關鍵字。</translation>
    </message>
    <message>
        <source>No file manager answered. The file is at {file}</source>
        <translation>檔案管理員沒有回應。檔案位置：{file}</translation>
    </message>
    <message>
        <source>That is not a file on this computer. Save it first, then drop the file.</source>
        <translation>那不是這部電腦上的檔案。請先存檔，再把檔案拖進來。</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Shortcuts</source>
        <translation>快速鍵</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>The question and its authors</source>
        <translation>問題與各位作者</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Open a thread, or drop a file on this window.</source>
        <translation>開啟一篇問答，或把檔案拖到這個視窗。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln author(s)</source>
        <translation>
            <numerusform>%Ln 位作者</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>%Ln 字</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s)</source>
        <translation>
            <numerusform>%Ln 條批註</numerusform>
        </translation>
    </message>
</context>
</TS>
