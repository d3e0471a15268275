"""Kinds of files that mail gateways and upload portals refuse, by their suffix.

Drawn from the published lists of large mail providers and from what Office programs block as
attachments: programs, scripts, shortcuts, disk images, databases that run code, macro documents.
"""

_PROGRAMS = (
    "ade adp apk app appx appxbundle application bat bgi cab chm cmd cnt com cpl crt cer csh der"
    " diagcab dll dmg exe ex_ fxp gadget grp hlp hpj ht hta img inf ins iso isp its jar jnlp js jse"
    " ksh lib lnk mad maf mag mam maq mar mas mat mau mav maw mcf mda mdb mde mdt mdw mdz msc msh"
    " msh1 msh2 mshxml msi msix msixbundle msp mst msu nsh ops osd pcd pif pkg pl plg prf prg"
    " printerexport ps1 ps1xml ps2 ps2xml psc1 psc2 psd1 psdm1 pst py pyc pyo pyw pyz pyzw reg scf"
    " scr sct shb shs sh sys theme tmp udl url vb vbe vbp vbs vhd vhdx vsmacros vsw vxd webpnp"
    " website ws wsb wsc wsf wsh xbap xll xnk mjs cjs class swf desktop webloc library-ms search-ms"
    " settingcontent-ms appref-ms one deb rpm mht mhtml"
)
_MACROS = "docm dotm xlsm xltm xlsb xlam pptm potm ppsm ppam sldm"
_ARCHIVES = "zip 7z rar gz tgz bz2 tbz2 xz txz zst tar cab arj lzh ace z"

GATEWAYS = frozenset(f".{suffix}" for suffix in f"{_PROGRAMS} {_MACROS}".split())
ARCHIVES = frozenset(f".{suffix}" for suffix in _ARCHIVES.split())
